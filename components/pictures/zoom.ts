/** Looking closer at a picture: numbers only. Points are px from the middle of the frame. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Zoom extends Point {
  /** 1: all of it. */
  readonly scale: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
export const CENTRE: Point = { x: 0, y: 0 };
/** A letter of 6 px is as large as a thumb then. */
export const MAX_SCALE = 8;
/** One press of a key. */
export const KEY_STEP = 1.25;
/** A double click on the whole picture. */
export const CLOSER = 2.5;

/** Makes it `factor` times as large; what is at `point` stays there. */
export function zoomAt(zoom: Zoom, factor: number, { point, frame }: {
  readonly point: Point;
  readonly frame: Frame;
}): Zoom {
  const scale = clamp(zoom.scale * factor, 1, MAX_SCALE);
  const grown = scale / zoom.scale;
  return within({
    scale,
    x: point.x - (point.x - zoom.x) * grown,
    y: point.y - (point.y - zoom.y) * grown,
  }, frame);
}

export function panBy({ scale, x, y }: Zoom, by: Point, frame: Frame): Zoom {
  return within({ scale, x: x + by.x, y: y + by.y }, frame);
}

/** A picture larger than its frame never leaves a part of it empty. */
export function within({ scale, x, y }: Zoom, { width, height }: Frame): Zoom {
  const mostX = width * (scale - 1) / 2;
  const mostY = height * (scale - 1) / 2;
  return { scale, x: clamp(x, -mostX, mostX), y: clamp(y, -mostY, mostY) };
}

/** How much a turn of the wheel zooms; a pinch on a touchpad comes as a wheel with Ctrl (UI Events). */
export function wheelFactor(
  { deltaY, deltaMode, ctrlKey }: Pick<WheelEvent, "deltaY" | "deltaMode" | "ctrlKey">,
): number {
  const LINE_PX = 16;
  const px = deltaMode === 0 ? deltaY : deltaY * LINE_PX;
  return Math.exp(-clamp(px, -240, 240) * (ctrlKey ? 0.01 : 0.002));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
