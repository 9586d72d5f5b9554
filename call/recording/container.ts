/** What kind of file a recording becomes, and what it is called. */

export interface Container {
  /** For MediaRecorder (RFC 6381 names of codecs). */
  readonly type: string;
  readonly extension: "mp4" | "webm";
}

/**
 * Best first: H.264 with AAC plays everywhere; VP8 costs the least where all is encoded in software.
 * Where a browser takes neither, its own choice has to do.
 */
const CONTAINERS: readonly Container[] = [
  { type: "video/mp4;codecs=avc1.42E01F,mp4a.40.2", extension: "mp4" },
  { type: "video/webm;codecs=vp8,opus", extension: "webm" },
  { type: "video/mp4", extension: "mp4" },
  { type: "video/webm", extension: "webm" },
];

/** @returns `null`: none of them */
export function chooseContainer(isSupported: (type: string) => boolean): Container | null {
  return CONTAINERS.find(({ type }) => isSupported(type)) ?? null;
}

/** A recording's id tells when it began and what it is. */
export function recordingId(startedAt: number, { extension }: Container): string {
  return `${startedAt}.${extension}`;
}

/** @returns `null`: it is not the id of a recording */
export function parseRecordingId(
  id: string,
): { readonly startedAt: number; readonly extension: Container["extension"] } | null {
  const [, time, extension] = /^(\d{1,15})\.(mp4|webm)$/.exec(id) ?? [];
  if (extension !== "mp4" && extension !== "webm") return null;
  return { startedAt: Number(time), extension };
}

/** "Duet 2026-05-01 18.30.05.webm": no sign in it that a file system forbids, and no room's name. */
export function fileName(id: string): string {
  const parsed = parseRecordingId(id);
  if (parsed === null) return `Duet ${id}`;
  const at = new Date(parsed.startedAt);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join("-");
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(".");
  return `Duet ${day} ${time}.${parsed.extension}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
