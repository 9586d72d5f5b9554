/** How the page plays the friend, as far as its elements tell. */

export interface Player {
  /** Whether what this stream carries is to be heard; `null`: no element here plays it. */
  playsSound(stream: MediaStream): boolean | null;
  /** Whether its picture is nothing but black; `null`: cannot tell. */
  isBlack(stream: MediaStream): boolean | null;
  /** A page nobody looks at may stop pictures. */
  isSeen(): boolean;
}

/** Side of the small copy that is looked at, px. */
const LOOK_PX = 8;
/** Of 255: black as video carries it, after a codec; a dark room has more. */
const BLACK_MAX = 14;

/** The player of the page this runs in. */
export function createPlayer(): Player {
  let context: CanvasRenderingContext2D | null = null;

  function look(video: HTMLVideoElement): Uint8ClampedArray | null {
    if (context === null) {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = LOOK_PX;
      context = canvas.getContext("2d", { willReadFrequently: true });
    }
    if (context === null || video.readyState < video.HAVE_CURRENT_DATA) return null;
    context.drawImage(video, 0, 0, LOOK_PX, LOOK_PX);
    return context.getImageData(0, 0, LOOK_PX, LOOK_PX).data;
  }

  return {
    playsSound(stream) {
      const video = elementOf(stream);
      return video === null ? null : !video.muted && !video.paused && video.volume > 0;
    },
    isBlack(stream) {
      const video = elementOf(stream);
      const pixels = video === null ? null : look(video);
      return pixels === null
        ? null
        : pixels.every((value, index) => index % 4 === 3 || value <= BLACK_MAX);
    },
    isSeen: () => document.visibilityState === "visible",
  };
}

function elementOf(stream: MediaStream): HTMLVideoElement | null {
  const videos = [...document.querySelectorAll("video")];
  return videos.find(({ srcObject }) => srcObject === stream) ?? null;
}
