import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The friend's picture over other windows (Picture-in-Picture, W3C). */
export interface Floating {
  /** Whether this browser has it; known once the page lives. */
  readonly isPossible: boolean;
  readonly isFloating: boolean;
  toggle(): Promise<void>;
}

/**
 * @param area where the friend's `<video>` is, now or later
 * @param hasVideo whether it is there now: a removed one says nothing any more
 */
export function useFloating(area: RefObject<HTMLElement>, hasVideo: boolean): Floating {
  const [isPossible, setPossible] = useState(false);
  const [isFloating, setFloating] = useState(false);

  useEffect(() => {
    const element = area.current;
    setPossible(document.pictureInPictureEnabled === true);
    if (element === null) return;
    const stop = new AbortController();
    element.addEventListener("enterpictureinpicture", () => setFloating(true), stop);
    element.addEventListener("leavepictureinpicture", () => setFloating(false), stop);
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (!hasVideo) setFloating(false);
  }, [hasVideo]);

  async function toggle() {
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else await friendVideo(area)?.requestPictureInPicture();
    } catch {
      // The video has no frame yet, or the browser changed its mind.
    }
  }
  return { isPossible, isFloating, toggle };
}

function friendVideo(area: RefObject<HTMLElement>): HTMLVideoElement | null {
  return area.current?.querySelector<HTMLVideoElement>(".friend video") ?? null;
}
