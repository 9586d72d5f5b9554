import { type RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Told whether the browser refused to play (it wants a tap first), each time a stream starts. */
export type PlaybackReport = (refused: boolean) => void;

/** A ref for a `<video>` that plays `stream`; the old picture stays until the new one comes. */
export function useStream(
  stream: MediaStream | null,
  report?: PlaybackReport,
): RefObject<HTMLVideoElement> {
  const ref = useRef<HTMLVideoElement>(null);
  // Before painting: the player opens while the screen is still being laid out.
  useLayoutEffect(() => {
    const video = ref.current;
    if (video === null || video.srcObject === stream) return;
    video.srcObject = stream;
    if (stream !== null) play(video, report);
  }, [stream]);
  return ref;
}

/** Plays with sound; where the browser wants a tap for that, at least the picture. */
export async function play(video: HTMLVideoElement, report?: PlaybackReport): Promise<void> {
  try {
    if (report !== undefined) video.muted = false;
    await video.play();
    report?.(false);
  } catch (error) {
    // Other errors say that the stream was replaced meanwhile; its successor reports.
    if (!(error instanceof DOMException) || error.name !== "NotAllowedError") return;
    report?.(true);
    video.muted = true;
    await video.play().catch(() => {});
  }
}
