/** Where each picture of a recording goes: pure geometry, in pixels of the file. */

/** One size all along: players and encoders dislike a change. */
export const SIZE: Size = { width: 1280, height: 720 };
/** Between the pictures. */
const GAP = 8;
/** How wide the faces stand beside a screen. */
const ASIDE = 316;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly own: Box;
  readonly friend: Box;
  /** `null`: none is shared. */
  readonly screen: Box | null;
}

/** The friend left, oneself right, halves; with a screen, that large and both faces beside it. */
export function layoutOf(hasScreen: boolean): Layout {
  const { width, height } = SIZE;
  if (!hasScreen) {
    const half = (width - GAP) / 2;
    return {
      friend: { x: 0, y: 0, width: half, height },
      own: { x: half + GAP, y: 0, width: half, height },
      screen: null,
    };
  }
  const x = width - ASIDE;
  const face = { x, width: ASIDE, height: (height - GAP) / 2 };
  return {
    screen: { x: 0, y: 0, width: x - GAP, height },
    friend: { ...face, y: 0 },
    own: { ...face, y: face.height + GAP },
  };
}

/** The whole picture, as large as it goes, in the middle; nothing of it is cut off. */
export function fit({ width, height }: Size, box: Box): Box {
  const scale = Math.min(box.width / width, box.height / height);
  const [fitWidth, fitHeight] = [Math.round(width * scale), Math.round(height * scale)];
  return {
    x: box.x + Math.round((box.width - fitWidth) / 2),
    y: box.y + Math.round((box.height - fitHeight) / 2),
    width: fitWidth,
    height: fitHeight,
  };
}
