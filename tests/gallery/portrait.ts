/** A drawn, slowly moving person as a camera would send it, and a page of text as a screen would. */

const WIDTH = 1_280;
const HEIGHT = 720;
const FRAMES_PER_SECOND = 15;
const FULL_TURN = Math.PI * 2;

interface Colours {
  readonly wall: string;
  readonly light: string;
  readonly shirt: string;
  readonly skin: string;
  readonly hair: string;
}

let own: MediaStream | null = null;
let friend: MediaStream | null = null;
let screen: MediaStream | null = null;

export function ownPortrait(): MediaStream {
  return own ??= portrait({
    wall: "#33423d",
    light: "#b7c7b4",
    shirt: "#d9824a",
    skin: "#c98f6b",
    hair: "#2c211c",
  });
}

export function friendPortrait(): MediaStream {
  return friend ??= portrait({
    wall: "#3b3550",
    light: "#e4c7a4",
    shirt: "#2f6f86",
    skin: "#e6b897",
    hair: "#5a3420",
  });
}

export function friendsScreen(): MediaStream {
  return screen ??= moving(drawPage);
}

function portrait(colours: Colours): MediaStream {
  return moving((context) => draw(context, colours));
}

function moving(paint: (context: CanvasRenderingContext2D) => void): MediaStream {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("Cannot draw: no 2d context");
  setInterval(() => paint(context), 1_000 / FRAMES_PER_SECOND);
  paint(context);
  return canvas.captureStream(FRAMES_PER_SECOND);
}

function drawPage(context: CanvasRenderingContext2D): void {
  context.fillStyle = "#f7f5f0";
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = "#dfe6e4";
  context.fillRect(0, 0, WIDTH, 56);
  context.fillStyle = "#24302e";
  context.font = "600 44px sans-serif";
  context.fillText("A walk in the hills", 96, 150);
  context.font = "24px sans-serif";
  for (let line = 0; line < 12; line += 1) {
    context.fillText(
      "From the station follow the stream upwards for an hour.",
      96,
      210 + line * 38,
    );
  }
}

function draw(context: CanvasRenderingContext2D, colours: Colours): void {
  const wall = context.createRadialGradient(320, 120, 60, 640, 360, 900);
  wall.addColorStop(0, colours.light);
  wall.addColorStop(1, colours.wall);
  context.fillStyle = wall;
  context.fillRect(0, 0, WIDTH, HEIGHT);

  const sway = Math.sin(performance.now() / 1_200) * 6;
  ellipse(context, { fill: colours.shirt, at: [640 + sway / 2, 760, 270, 260] });
  ellipse(context, { fill: colours.skin, at: [640 + sway, 520, 60, 90] });
  ellipse(context, { fill: colours.hair, at: [640 + sway, 300, 158, 170] });
  ellipse(context, { fill: colours.skin, at: [640 + sway, 345, 122, 150] });
  ellipse(context, { fill: colours.hair, at: [590 + sway, 330, 11, 13] });
  ellipse(context, { fill: colours.hair, at: [690 + sway, 330, 11, 13] });
  context.strokeStyle = colours.hair;
  context.lineWidth = 7;
  context.lineCap = "round";
  context.beginPath();
  context.arc(640 + sway, 392, 46, 0.35, Math.PI - 0.35);
  context.stroke();
}

interface Ellipse {
  readonly fill: string;
  /** Centre x and y, then radius x and y. */
  readonly at: readonly [number, number, number, number];
}

function ellipse(context: CanvasRenderingContext2D, { fill, at }: Ellipse): void {
  const [x, y, radiusX, radiusY] = at;
  context.fillStyle = fill;
  context.beginPath();
  context.ellipse(x, y, radiusX, radiusY, 0, 0, FULL_TURN);
  context.fill();
}
