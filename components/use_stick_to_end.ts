import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** As near to its end, a list counts as read to the end, CSS px. */
const NEAR_PX = 48;

interface StickToEnd {
  readonly list: RefObject<HTMLDivElement>;
  readonly onScroll: () => void;
}

/**
 * Keeps a growing list scrolled to its end, unless the person scrolled up to read.
 *
 * @param newest tells the newest entry from the one before it
 * @param always whether the newest one is to be seen in any case
 */
export function useStickToEnd(newest: unknown, always: boolean): StickToEnd {
  const list = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);

  function onScroll() {
    const element = list.current;
    if (element === null) return;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    sticks.current = below < NEAR_PX;
  }
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && (always || sticks.current)) element.scrollTop = element.scrollHeight;
  }, [newest]);
  return { list, onScroll };
}
