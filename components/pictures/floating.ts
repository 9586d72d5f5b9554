/**
 * The friend's picture over other windows: a window of its own with buttons where the browser has it
 * (Document Picture-in-Picture, WICG), else the video alone (Picture-in-Picture, W3C).
 */
import { type ReadonlySignal, signal } from "@preact/signals";

export type FloatingNow =
  | { readonly is: "video" }
  /** Empty at first: whoever sees it here fills it. */
  | { readonly is: "window"; readonly document: Document };

export interface Floating {
  readonly isPossible: boolean;
  /** `null`: it is in its place. */
  readonly now: ReadonlySignal<FloatingNow | null>;
  /** Call it from a click. */
  toggle(): void;
  close(): void;
}

/** Not in TypeScript's DOM library. */
interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(size: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** Large enough for a face and three buttons, small enough to lie beside what one works on, px. */
const SIZE = { width: 360, height: 270 };

/**
 * @param area tells when the browser's own window opens and closes
 * @param video the one to show, now
 */
export function createFloating(
  area: HTMLElement,
  video: () => HTMLVideoElement | null,
  stopped: AbortSignal,
): Floating {
  const windows = (globalThis as { documentPictureInPicture?: DocumentPictureInPicture })
    .documentPictureInPicture;
  const now = signal<FloatingNow | null>(null);

  async function open(): Promise<void> {
    if (windows === undefined) return void await video()?.requestPictureInPicture();
    const opened = await windows.requestWindow(SIZE);
    now.value = { is: "window", document: opened.document };
    opened.addEventListener("pagehide", () => now.value = null, { once: true });
  }

  function close(): void {
    windows?.window?.close();
    if (document.pictureInPictureElement) document.exitPictureInPicture().catch(() => {});
    now.value = null;
  }

  const options = { signal: stopped };
  area.addEventListener("enterpictureinpicture", () => now.value = { is: "video" }, options);
  area.addEventListener("leavepictureinpicture", () => now.value = null, options);
  stopped.addEventListener("abort", close);
  return {
    isPossible: windows !== undefined || document.pictureInPictureEnabled === true,
    now,
    toggle() {
      if (now.peek() !== null) return close();
      // The video has no frame yet, or the browser changed its mind.
      open().catch(() => {});
    },
    close,
  };
}
