/** How the pictures of a call are shown, as the person wants it: one model for tools, keys and taps. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { CallView } from "../../call/view.ts";
import { load, store } from "../storage.ts";
import { type Fit, FITS, type Large, largePicture, otherFit } from "./arrange.ts";
import { createFloating, type Floating } from "./floating.ts";
import { saveSnapshot } from "./snapshot.ts";
import { followTaps } from "./taps.ts";

export interface Pictures {
  readonly large: ReadonlySignal<Large>;
  swap(): void;
  readonly fit: ReadonlySignal<Fit>;
  /** Whether the friend's picture fills its frame; told by whoever lays it out. */
  readonly isFilled: ReadonlySignal<boolean>;
  setFilled(isFilled: boolean): void;
  /** Filled: shows all of it. Not filled: fills the frame. Remembered. */
  toggleFit(): void;
  /** `null`: this browser has none for pages. */
  readonly fullScreen: { readonly isOn: ReadonlySignal<boolean>; toggle(): void } | null;
  readonly floating: Floating;
  /** The file that was saved last; `null`: none. */
  readonly saved: ReadonlySignal<{ readonly name: string } | null>;
  /** Saves what is large of the friend's, face or screen, as a file. */
  takeSnapshot(): void;
  /** Back to how they are shown at first. */
  reset(): void;
  stop(): void;
}

const FIT_KEY = "fit";

/** @param stage where the pictures are */
export function createPictures(view: CallView, stage: HTMLElement): Pictures {
  const stop = new AbortController();
  const isSwapped = signal(false);
  const hasScreen = computed(() => (view.extras.value?.screen.friends.value ?? null) !== null);
  const large = computed(() =>
    largePicture({ isSwapped: isSwapped.value, hasScreen: hasScreen.value })
  );
  const fit = signal<Fit>(FITS.find((each) => each === load(FIT_KEY)) ?? "auto");
  const isFilled = signal(true);
  const saved = signal<{ readonly name: string } | null>(null);
  const fullScreen = createFullScreen(stop.signal);
  const floating = createFloating(stage, () => friendsVideo(), stop.signal);

  // What comes or goes is shown as it is at first.
  const stopWatching = hasScreen.subscribe(() => {
    isSwapped.value = false;
    // A video that is gone says nothing any more.
    if (floating.now.peek()?.is === "video") floating.close();
  });

  function friendsVideo(): HTMLVideoElement | null {
    const shown = hasScreen.peek() && large.peek() === "screen" ? ".screen" : ".friend";
    return stage.querySelector<HTMLVideoElement>(`${shown} video`);
  }

  function swap(): void {
    isSwapped.value = !isSwapped.peek();
  }

  function toggleFit(): void {
    const next = otherFit(isFilled.peek());
    fit.value = next;
    store(FIT_KEY, next);
  }

  followTaps(stage, {
    once: (target) => isOf(target, "small") && swap(),
    // A mouse's double click means the full screen, as in players of films; a finger's fills or fits,
    // as with photographs.
    twice(target, { isTouch }) {
      // A screen is zoomed instead; and alone there is nothing to look at but oneself.
      if (!isOf(target, "large") || !("since" in view.call.peek().state)) return;
      if (isTouch || fullScreen === null) toggleFit();
      else fullScreen.toggle();
    },
  }, stop.signal);

  return {
    large,
    swap,
    fit,
    isFilled,
    setFilled: (filled) => isFilled.value = filled,
    toggleFit,
    fullScreen,
    floating,
    saved,
    async takeSnapshot() {
      const video = friendsVideo();
      const name = video && await saveSnapshot(video);
      if (name !== null) saved.value = { name };
    },
    reset() {
      isSwapped.value = false;
      floating.close();
      if (fullScreen?.isOn.peek()) fullScreen.toggle();
    },
    stop() {
      stop.abort();
      stopWatching();
    },
  };
}

/** Whether it lies on a face of that size. */
function isOf(target: Element, size: "small" | "large"): boolean {
  const picture = target.closest<HTMLElement>(".friend, .self, .screen");
  if (picture === null || picture.dataset.size !== size) return false;
  return size === "small" || !picture.matches(".screen");
}

/** The whole page, so that everything over the pictures comes along (Fullscreen API, WHATWG). */
function createFullScreen(stopped: AbortSignal): Pictures["fullScreen"] {
  if (document.fullscreenEnabled !== true) return null;
  const isOn = signal(document.fullscreenElement !== null);
  document.addEventListener("fullscreenchange", () => {
    isOn.value = document.fullscreenElement !== null;
  }, { signal: stopped });
  return {
    isOn,
    toggle() {
      const change = document.fullscreenElement === null
        ? document.documentElement.requestFullscreen({ navigationUI: "hide" })
        : document.exitFullscreen();
      // The browser wants a click for it, or changed its mind.
      change.catch(() => {});
    },
  };
}
