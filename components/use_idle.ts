import { type RefObject } from "preact";
import { useEffect } from "preact/hooks";

const HIDE_AFTER_MS = 4_000;

/**
 * Sets `data-idle` while the person only watches, so that controls may fade away. Never for people
 * who use the keyboard: they would not know where the focus is.
 *
 * @param area a tap there that only brings the controls back does nothing else
 * @param active `false`: never idle
 */
export function useIdle(area: RefObject<HTMLElement>, active: boolean): void {
  useEffect(() => {
    const element = area.current;
    if (!active || element === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let swallowClick = false;
    const { dataset } = element;

    function wake(hideAgain: boolean) {
      delete dataset.idle;
      clearTimeout(timer);
      if (hideAgain) timer = setTimeout(() => dataset.idle = "", HIDE_AFTER_MS);
    }
    function onDown(event: PointerEvent) {
      swallowClick = "idle" in dataset && event.pointerType === "touch";
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
      delete dataset.idle;
    };
  }, [active]);
}
