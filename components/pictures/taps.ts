/** Clicks and taps on the pictures. A finger's double tap is told here: not every browser does. */
import type { Point } from "./zoom.ts";

export interface Tap extends Point {
  readonly atMs: number;
}

/** Two taps this near in time and place are one double tap, ms and px. */
export const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 32;
/** What a browser makes of a touch for pages that know the mouse only comes within this time, ms. */
const AFTER_TOUCH_MS = 1_000;
/** A pointer that moved further between down and up dragged, px. */
const STILL_PX = 6;

export function isDoubleTap(before: Tap | null, now: Tap): boolean {
  return before !== null && now.atMs - before.atMs <= DOUBLE_TAP_MS &&
    distance(before, now) <= DOUBLE_TAP_PX;
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

export interface TapHandlers {
  /** `isTouch`: with a finger. */
  readonly once?: (target: Element) => void;
  readonly twice?: (target: Element, at: Point & { readonly isTouch: boolean }) => void;
}

/** Follows taps within an element, but none on its buttons and none that dragged. */
export function followTaps(
  area: HTMLElement,
  { once, twice }: TapHandlers,
  signal: AbortSignal,
): void {
  let down: Point | null = null;
  let before: Tap | null = null;
  let touchedAt = -Infinity;

  area.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => {
    down = { x, y };
  }, { signal });
  area.addEventListener("pointerup", (event) => {
    const { clientX: x, clientY: y, timeStamp: atMs, target, pointerType } = event;
    const now = { x, y, atMs };
    const isStill = down !== null && distance(down, now) <= STILL_PX;
    if (pointerType === "touch") touchedAt = atMs;
    if (pointerType !== "touch" || !isStill || !isPicture(target)) return;
    const isDouble = isDoubleTap(before, now);
    before = isDouble ? null : now;
    if (isDouble) twice?.(target, { x, y, isTouch: true });
  }, { signal });
  area.addEventListener("click", ({ clientX: x, clientY: y, target, detail }) => {
    const isStill = down !== null && distance(down, { x, y }) <= STILL_PX;
    if (detail === 1 && isStill && isPicture(target)) once?.(target);
  }, { signal });
  area.addEventListener("dblclick", ({ clientX: x, clientY: y, target, timeStamp }) => {
    // A finger's came as two taps already.
    const isFingers = timeStamp - touchedAt < AFTER_TOUCH_MS;
    if (!isFingers && isPicture(target)) twice?.(target, { x, y, isTouch: false });
  }, { signal });
}

function isPicture(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest("button") === null;
}
