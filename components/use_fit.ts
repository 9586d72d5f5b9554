import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Filling the frame may cut off this much of the picture; beyond that all of it is shown instead. */
const MAX_CUT = 0.45;

export type Fit = "cover" | "contain";

/** Both as width divided by height. */
export function fitOf(picture: number, frame: number): Fit {
  const kept = Math.min(picture, frame) / Math.max(picture, frame);
  return 1 - kept > MAX_CUT ? "contain" : "cover";
}

/** How a video should fill its frame: a phone's upright picture is not cut to a wide strip. */
export function useFit(ref: RefObject<HTMLVideoElement>): Fit {
  const [fit, setFit] = useState<Fit>("cover");
  useEffect(() => {
    const video = ref.current;
    if (video === null) return;

    function measure(this: void) {
      if (video === null || video.videoHeight === 0 || video.clientHeight === 0) return;
      setFit(fitOf(video.videoWidth / video.videoHeight, video.clientWidth / video.clientHeight));
    }
    const frame = new ResizeObserver(measure);
    frame.observe(video);
    video.addEventListener("resize", measure);
    return () => {
      frame.disconnect();
      video.removeEventListener("resize", measure);
    };
  }, []);
  return fit;
}
