import { type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const HIDE_AFTER_MS = 4_000;

/**
 * Whether the person only watches, so that controls may fade away. Never for people who use the
 * keyboard: they would not know where the focus is.
 *
 * @param area a tap there that only brings the controls back does nothing else
 * @param active `false`: never idle
 */
export function useIdle(area: RefObject<HTMLElement>, active: boolean): boolean {
  const [idle, setIdle] = useState(false);
  const idleNow = useRef(false);
  idleNow.current = idle;

  useEffect(() => {
    const element = area.current;
    setIdle(false);
    if (!active || element === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let swallowClick = false;

    function wake(hideAgain: boolean) {
      setIdle(false);
      clearTimeout(timer);
      if (hideAgain) timer = setTimeout(() => setIdle(true), HIDE_AFTER_MS);
    }
    function onDown(event: PointerEvent) {
      swallowClick = idleNow.current && event.pointerType === "touch";
      wake(true);
    }
    function onClick(event: MouseEvent) {
      if (swallowClick) {
        event.preventDefault();
        event.stopPropagation();
      }
      swallowClick = false;
    }

    const capture = { capture: true, signal: stop.signal };
    element.addEventListener("pointerdown", onDown, capture);
    element.addEventListener("click", onClick, capture);
    element.addEventListener("pointermove", () => wake(true), capture);
    document.addEventListener("keydown", () => wake(false), capture);
    wake(true);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [active]);
  return idle;
}
