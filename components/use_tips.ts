import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Escape hides the tooltip in sight (WCAG 2.2, 1.4.13); it stays away until the pointer or the focus
 * goes to another button. The style sheet reads `data-no-tips`.
 */
export function useTips(area: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const stop = new AbortController();

    function allow() {
      if (element !== null) delete element.dataset.noTips;
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape" && element !== null) element.dataset.noTips = "";
    }
    document.addEventListener("keydown", onKeyDown, stop);
    element.addEventListener("pointerover", allow, stop);
    element.addEventListener("focusin", allow, stop);
    return () => stop.abort();
  }, []);
}
