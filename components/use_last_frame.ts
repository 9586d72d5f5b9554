import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const SAMPLE_MS = 1_000;
/** Enough for a dimmed picture, and cheap to draw every second. */
const MAX_WIDTH = 960;

export interface LastFrameOptions {
  /** Somebody is to be seen; nothing is kept of them afterwards. */
  readonly shown: boolean;
  /** Their stream broke off: what is kept stays as it is. */
  readonly frozen: boolean;
}

/**
 * A canvas that keeps what `video` showed one to two seconds ago, for when its stream breaks off: a
 * browser that is closed may send black as its very last frame, and a new stream starts empty.
 */
export function useLastFrame(
  video: RefObject<HTMLVideoElement>,
  { shown, frozen }: LastFrameOptions,
): RefObject<HTMLCanvasElement> {
  const watching = shown && !frozen;
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
  useEffect(() => {
    if (!shown && kept.current !== null) kept.current.width = 0;
  }, [shown]);
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
