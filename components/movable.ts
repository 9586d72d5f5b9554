/** A small picture that can be dragged to any corner of its parent. */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

export type Corner = "bottom-right" | "bottom-left" | "top-right" | "top-left";

/** Where an arrow key moves a picture to; other keys: `null`. */
export function cornerByKey(corner: Corner, key: string): Corner | null {
  const [vertical, horizontal] = corner.split("-");
  switch (key) {
    case "ArrowUp":
      return horizontal === "left" ? "top-left" : "top-right";
    case "ArrowDown":
      return horizontal === "left" ? "bottom-left" : "bottom-right";
    case "ArrowLeft":
      return vertical === "top" ? "top-left" : "bottom-left";
    case "ArrowRight":
      return vertical === "top" ? "top-right" : "bottom-right";
    default:
      return null;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corner nearest to a point given as shares (0…1) of the parent's width and height. */
export function nearestCorner({ x, y }: Point): Corner {
  if (y < 0.5) return x < 0.5 ? "top-left" : "top-right";
  return x < 0.5 ? "bottom-left" : "bottom-right";
}

/** Lets a pointer drag the element; the style sheet reads `--drag-x` and `--drag-y`. */
export function useDrag(
  ref: RefObject<HTMLElement>,
  drop: (corner: Corner) => void,
): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    return makeDraggable(element, drop);
  }, []);
}

function makeDraggable(element: HTMLElement, drop: (corner: Corner) => void): () => void {
  const stop = new AbortController();
  let start: Point | null = null;

  function onDown(event: PointerEvent) {
    const onButton = event.target instanceof Element && event.target.closest("button") !== null;
    if (onButton || event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    element.setPointerCapture(event.pointerId);
    element.dataset.dragging = "";
  }
  function onMove(event: PointerEvent) {
    if (start === null) return;
    element.style.setProperty("--drag-x", `${event.clientX - start.x}px`);
    element.style.setProperty("--drag-y", `${event.clientY - start.y}px`);
  }
  function onUp() {
    if (start === null) return;
    start = null;
    drop(nearestCorner(centreWithinParent(element)));
    delete element.dataset.dragging;
    element.style.removeProperty("--drag-x");
    element.style.removeProperty("--drag-y");
  }

  element.addEventListener("pointerdown", onDown, { signal: stop.signal });
  element.addEventListener("pointermove", onMove, { signal: stop.signal });
  element.addEventListener("pointerup", onUp, { signal: stop.signal });
  element.addEventListener("pointercancel", onUp, { signal: stop.signal });
  return () => {
    onUp();
    stop.abort();
  };
}

function centreWithinParent(element: HTMLElement): Point {
  const own = element.getBoundingClientRect();
  const parent = element.parentElement?.getBoundingClientRect() ?? own;
  return {
    x: (own.x + own.width / 2 - parent.x) / parent.width,
    y: (own.y + own.height / 2 - parent.y) / parent.height,
  };
}
