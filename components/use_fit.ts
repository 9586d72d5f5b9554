import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** At most this share of a picture's width or height is cut off to fill the frame. */
const MAX_CUT = 0.45;

export interface Fitting {
  /** Width divided by height. */
  readonly picture: number;
  readonly frame: number;
}

/**
 * The aspect a picture is shown with: its frame's, if that cuts off little enough, else as near to
 * it as allowed. So a phone's upright picture is neither cut to a strip nor tiny in a wide window.
 */
export function shownAspect({ picture, frame }: Fitting): number {
  const kept = 1 - MAX_CUT;
  return Math.min(Math.max(frame, picture * kept), picture / kept);
}

/** Sets `--aspect` on the frame around `video`, for the style sheet. */
export function useFit(video: RefObject<HTMLVideoElement>): void {
  useEffect(() => {
    const element = video.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;

    function fit() {
      if (!element || !frame || element.videoHeight === 0 || frame.clientHeight === 0) return;
      const aspect = shownAspect({
        picture: element.videoWidth / element.videoHeight,
        frame: frame.clientWidth / frame.clientHeight,
      });
      frame.style.setProperty("--aspect", aspect.toFixed(4));
    }
    const watch = new ResizeObserver(fit);
    watch.observe(frame);
    element.addEventListener("resize", fit);
    return () => {
      watch.disconnect();
      element.removeEventListener("resize", fit);
    };
  }, []);
}
