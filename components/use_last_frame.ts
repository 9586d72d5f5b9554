import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const SAMPLE_MS = 1_000;
/** Enough for a dimmed picture, and cheap to draw every second. */
const MAX_WIDTH = 960;

/**
 * A canvas that keeps what `video` showed one to two seconds ago, for when its stream breaks off: a
 * browser that is closed may send black as its very last frame, and a new stream starts empty.
 *
 * @param watching `false`: what is kept stays as it is
 */
export function useLastFrame(
  video: RefObject<HTMLVideoElement>,
  watching: boolean,
): RefObject<HTMLCanvasElement> {
  const kept = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!watching) return;
    const newest = document.createElement("canvas");
    newest.width = 0;
    const timer = setInterval(() => {
      if (kept.current !== null) copy(newest, kept.current);
      if (video.current !== null) copy(video.current, newest);
    }, SAMPLE_MS);
    return () => clearInterval(timer);
  }, [watching]);
  return kept;
}

function copy(from: HTMLVideoElement | HTMLCanvasElement, to: HTMLCanvasElement): void {
  const [width, height] = sizeOf(from);
  if (width === 0) return;
  const scale = Math.min(1, MAX_WIDTH / width);
  to.width = Math.round(width * scale);
  to.height = Math.round(height * scale);
  to.getContext("2d")?.drawImage(from, 0, 0, to.width, to.height);
}

function sizeOf(source: HTMLVideoElement | HTMLCanvasElement): readonly [number, number] {
  return source instanceof HTMLVideoElement
    ? [source.videoWidth, source.videoHeight]
    : [source.width, source.height];
}
