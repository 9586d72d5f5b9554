import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Entries drawn at once: more than fit any screen, few enough to draw in a blink. */
export const WINDOW_SIZE = 100;

interface NewestOf<T> {
  readonly shown: readonly T[];
  readonly hasEarlier: boolean;
  readonly showEarlier: () => void;
}

/**
 * The newest entries of a long list, and as many more each time the person asks for them; what is
 * before their eyes stays where it is.
 */
export function useWindow<T>(all: readonly T[], list: RefObject<HTMLElement>): NewestOf<T> {
  const [size, setSize] = useState(WINDOW_SIZE);
  const belowPx = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || belowPx.current === null) return;
    element.scrollTop = element.scrollHeight - belowPx.current;
    belowPx.current = null;
    // The button that was pressed is gone once everything is shown.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  }, [size]);

  return {
    shown: all.slice(-size),
    hasEarlier: all.length > size,
    showEarlier() {
      const element = list.current;
      if (element !== null) belowPx.current = element.scrollHeight - element.scrollTop;
      setSize(size + WINDOW_SIZE);
    },
  };
}
