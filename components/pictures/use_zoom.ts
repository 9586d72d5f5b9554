/** Looking closer at a picture with wheel, fingers, mouse and keys. */
import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { useShortcut } from "../use_shortcuts.ts";
import { distance, followTaps } from "./taps.ts";
import {
  CENTRE,
  CLOSER,
  KEY_STEP,
  panBy,
  type Point,
  wheelFactor,
  WHOLE,
  type Zoom,
  zoomAt,
} from "./zoom.ts";

/** One press of an arrow key, px. */
const PAN_PX = 60;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: PAN_PX },
  ArrowDown: { x: 0, y: -PAN_PX },
  ArrowLeft: { x: PAN_PX, y: 0 },
  ArrowRight: { x: -PAN_PX, y: 0 },
};

/**
 * The style sheet reads `--zoom`, `--zoom-x` and `--zoom-y` on the frame.
 *
 * @param isActive `false`: shown whole, and nothing zooms it
 */
export function useZoom(frame: RefObject<HTMLElement>, isActive: boolean): void {
  const zoom = useSignal(WHOLE);
  useEffect(() => {
    const element = frame.current;
    if (element === null || !isActive) return;
    const stop = new AbortController();
    zoom.value = WHOLE;
    const stopShowing = zoom.subscribe((now) => show(element, now));
    const fit = new ResizeObserver(() => zoom.value = panBy(zoom.peek(), CENTRE, sizeOf(element)));
    fit.observe(element);
    followPointers(element, zoom, stop.signal);
    return () => {
      stop.abort();
      stopShowing();
      fit.disconnect();
      show(element, WHOLE);
    };
  }, [isActive]);

  function step(factor: number): void {
    const element = frame.current;
    if (element === null) return;
    zoom.value = zoomAt(zoom.peek(), factor, { point: CENTRE, frame: sizeOf(element) });
  }
  function whenActive(act: () => void): (() => void) | null {
    return isActive ? act : null;
  }
  useShortcut("+", whenActive(() => step(KEY_STEP)));
  useShortcut("-", whenActive(() => step(1 / KEY_STEP)));
  useShortcut("0", whenActive(() => zoom.value = WHOLE));
}

function followPointers(element: HTMLElement, zoom: Signal<Zoom>, signal: AbortSignal): void {
  const pointers = new Map<number, Point>();

  function onDown(event: PointerEvent) {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    element.setPointerCapture(event.pointerId);
  }
  function onMove({ pointerId, clientX: x, clientY: y }: PointerEvent) {
    const before = pointers.get(pointerId);
    if (before === undefined) return;
    const now = { x, y };
    const other = [...pointers].find(([id]) => id !== pointerId)?.[1];
    pointers.set(pointerId, now);
    const frame = sizeOf(element);
    // Two fingers: each moves half of what their middle does.
    const share = other === undefined ? 1 : 0.5;
    const by = { x: (x - before.x) * share, y: (y - before.y) * share };
    const moved = panBy(zoom.peek(), by, frame);
    if (other === undefined) {
      zoom.value = moved;
      return;
    }
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    const middle = { x: (x + other.x) / 2, y: (y + other.y) / 2 };
    zoom.value = zoomAt(moved, factor, { point: fromCentre(element, middle), frame });
  }
  function onUp({ pointerId }: PointerEvent) {
    pointers.delete(pointerId);
  }
  function onWheel(event: WheelEvent) {
    event.preventDefault();
    const point = fromCentre(element, { x: event.clientX, y: event.clientY });
    zoom.value = zoomAt(zoom.peek(), wheelFactor(event), { point, frame: sizeOf(element) });
  }
  function onKeyDown(event: KeyboardEvent) {
    const by = ARROWS[event.key];
    if (by === undefined || zoom.peek().scale === 1) return;
    event.preventDefault();
    zoom.value = panBy(zoom.peek(), by, sizeOf(element));
  }

  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointercancel", onUp, { signal });
  element.addEventListener("wheel", onWheel, { signal, passive: false });
  element.addEventListener("keydown", onKeyDown, { signal });
  followTaps(element, {
    twice(_target, at) {
      const point = fromCentre(element, at);
      zoom.value = zoom.peek().scale > 1
        ? WHOLE
        : zoomAt(WHOLE, CLOSER, { point, frame: sizeOf(element) });
    },
  }, signal);
}

function show(element: HTMLElement, { scale, x, y }: Zoom): void {
  element.style.setProperty("--zoom", `${scale}`);
  element.style.setProperty("--zoom-x", `${x}px`);
  element.style.setProperty("--zoom-y", `${y}px`);
  element.toggleAttribute("data-zoomed", scale > 1);
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}

function fromCentre(element: HTMLElement, { x, y }: Point): Point {
  const box = element.getBoundingClientRect();
  return { x: x - box.x - box.width / 2, y: y - box.y - box.height / 2 };
}
