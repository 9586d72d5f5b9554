/** A picture of the friend, or of their screen, as a file: as it comes, whatever the frame cuts. */

/** Longer than any browser takes to write it, ms. */
const KEPT_MS = 60_000;

/**
 * @returns the name it is saved under; `null`: there is no picture yet
 */
export async function saveSnapshot(video: HTMLVideoElement): Promise<string | null> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = videoWidth;
  canvas.height = videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (file === null) return null;
  const name = snapshotName(new Date());
  download(file, name);
  return name;
}

/**
 * By the time of this device. Letters, digits and hyphens only; without the room's name, which opens
 * the room to whoever sees the file.
 */
export function snapshotName(at: Date): string {
  const two = (value: number) => `${value}`.padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  const time = [two(at.getHours()), two(at.getMinutes()), two(at.getSeconds())].join("-");
  return `duet-${day}-${time}.png`;
}

function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
