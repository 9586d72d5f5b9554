import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { type Fit, shownAspect } from "./pictures/arrange.ts";

/** Rounding of layouts: less is no cut and no gap. */
const SAME_ASPECT = 0.01;

export interface FitOptions {
  readonly fit: Fit;
  /** Told whether the picture takes all of its frame; a stable function. */
  readonly filled: ((isFilled: boolean) => void) | undefined;
}

/** Sets `--aspect` on the frame around `video`, for the style sheet. */
export function useFit(
  video: RefObject<HTMLVideoElement>,
  { fit, filled }: FitOptions,
): void {
  useEffect(() => {
    const element = video.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;

    function layOut() {
      if (!element || !frame || element.videoHeight === 0 || frame.clientHeight === 0) return;
      const room = frame.clientWidth / frame.clientHeight;
      const picture = element.videoWidth / element.videoHeight;
      const aspect = shownAspect({ picture, frame: room }, fit);
      frame.style.setProperty("--aspect", aspect.toFixed(4));
      filled?.(Math.abs(aspect / room - 1) < SAME_ASPECT);
    }
    layOut();
    const watch = new ResizeObserver(layOut);
    watch.observe(frame);
    element.addEventListener("resize", layOut);
    return () => {
      watch.disconnect();
      element.removeEventListener("resize", layOut);
    };
  }, [fit, filled]);
}
