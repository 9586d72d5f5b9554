/** Paints the pictures of a call side by side; what has no new frame keeps its last one. */
import { type Box, fit, layoutOf, SIZE } from "./layout.ts";
import type { Scene } from "./parts.ts";

const GROUND = "#14191a";
/** Where a picture would be: its card, and the person on it. */
const CARD = "#20272a";
const PERSON = "#6b7878";

export interface Painter {
  readonly canvas: HTMLCanvasElement;
  show(scene: Scene): void;
  paint(): void;
  stop(): void;
}

const NOTHING: Scene = { own: null, friend: null, screen: null, ownDark: true, friendDark: true };

/** @throws {Error} where the browser has no canvas to give */
export function createPainter(): Painter {
  const canvas = document.createElement("canvas");
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("Cannot paint: no 2d context");
  const [own, friend, screen] = [createView(), createView(), createView()];
  let scene = NOTHING;

  function paint(): void {
    if (context === null) return;
    const boxes = layoutOf(scene.screen !== null);
    context.fillStyle = GROUND;
    context.fillRect(0, 0, SIZE.width, SIZE.height);
    paintView(context, own, { box: boxes.own, isDark: scene.ownDark });
    paintView(context, friend, { box: boxes.friend, isDark: scene.friendDark });
    if (boxes.screen !== null) paintView(context, screen, { box: boxes.screen, isDark: false });
  }

  return {
    canvas,
    paint,
    show(next) {
      scene = next;
      watch(own, next.own);
      watch(friend, next.friend);
      watch(screen, next.screen);
    },
    stop: () => [own, friend, screen].forEach((view) => watch(view, null)),
  };
}

/** A video of its own, beside the one on the page: that one may be hidden or in another window. */
function createView(): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  return video;
}

function watch(video: HTMLVideoElement, stream: MediaStream | null): void {
  const tracks = stream?.getVideoTracks() ?? [];
  const before = video.srcObject instanceof MediaStream ? video.srcObject.getTracks() : [];
  if (tracks.length === before.length && tracks.every((track) => before.includes(track))) return;
  video.srcObject = tracks.length === 0 ? null : new MediaStream(tracks);
  // Refused or overtaken by the next stream: then there is no frame, and the card stands for it.
  if (tracks.length > 0) video.play().catch(() => undefined);
}

function paintView(
  context: CanvasRenderingContext2D,
  video: HTMLVideoElement,
  { box, isDark }: { readonly box: Box; readonly isDark: boolean },
): void {
  const { videoWidth: width, videoHeight: height } = video;
  if (isDark || width === 0 || height === 0) return paintCard(context, box);
  const { x, y, width: fitWidth, height: fitHeight } = fit({ width, height }, box);
  context.drawImage(video, x, y, fitWidth, fitHeight);
}

function paintCard(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  const [middleX, middleY, unit] = [x + width / 2, y + height / 2, Math.min(width, height) / 12];
  context.fillStyle = CARD;
  context.fillRect(x, y, width, height);
  context.fillStyle = PERSON;
  context.beginPath();
  context.arc(middleX, middleY - unit, unit, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.ellipse(middleX, middleY + 2.2 * unit, 2 * unit, 1.6 * unit, 0, Math.PI, 2 * Math.PI);
  context.fill();
}
