/** Times inside a page: when it was opened, when Join was pressed, when the friend's frame came. */
import type { Page } from "../tests/rig/deps.ts";

/** ms since the page's navigation began. */
export interface Times {
  readonly ready: number;
  readonly pressed: number;
  readonly firstFrame: number;
}

interface BenchWindow {
  duetTimes: { ready: number; pressed: number; firstFrame: number };
}

/** Runs inside the page before its own scripts. `atOnce`: presses Join as soon as it is there. */
function startWatch(atOnce: boolean): void {
  const times = { ready: 0, pressed: 0, firstFrame: 0 };
  (globalThis as unknown as BenchWindow).duetTimes = times;
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("button")?.textContent?.trim() === "Join") times.pressed = performance.now();
  }, { capture: true });
  const watched = new WeakSet<Element>();
  const isSeen = (video: Element) =>
    video.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const look = () => {
    for (const video of document.querySelectorAll<HTMLVideoElement>("video[aria-label=Friend]")) {
      if (watched.has(video)) continue;
      watched.add(video);
      const onFrame = (now: number) => {
        if (isSeen(video)) times.firstFrame ||= now;
        else video.requestVideoFrameCallback(onFrame);
      };
      video.requestVideoFrameCallback(onFrame);
    }
    if (times.ready > 0) return;
    const join = [...document.querySelectorAll("button")]
      .find((button) => button.textContent?.trim() === "Join" && !button.disabled);
    if (join === undefined) return;
    times.ready = performance.now();
    if (atOnce) join.click();
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
  });
}

export async function installStopwatch(page: Page, atOnce: boolean): Promise<void> {
  await page.addInitScript(startWatch, atOnce);
}

/** Waits for the first frame and returns the times. */
export async function readStopwatch(page: Page): Promise<Times> {
  await page.waitForFunction(() => (globalThis as unknown as BenchWindow).duetTimes.firstFrame > 0);
  return await page.evaluate(() => (globalThis as unknown as BenchWindow).duetTimes);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = sorted.length % 2 === 0
    ? sorted.slice(middle - 1, middle + 1)
    : [sorted[middle], sorted[middle]];
  return (low + high) / 2;
}
