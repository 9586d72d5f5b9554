/** Names of files as a friend gives them: shown so that nobody is fooled, stored so that nothing breaks. */

/** Control characters, line ends, and what turns the direction of writing or is not to be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;
/** What some system reads as a path, a stream, a wildcard or a quote. */
const UNSAFE = /[/\\:*?"<>|]/g;
/** Names that Windows keeps for its devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** File systems take 255 bytes; letters may need three each. */
const MAX_LENGTH = 80;
const MAX_EXTENSION_LENGTH = 12;
const NAMELESS = "file";

/** Pictures that are shown: those that hold nothing but a picture. SVG may hold a program. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ["PNG", "image/png"],
  ["JPG", "image/jpeg"],
  ["JPEG", "image/jpeg"],
  ["GIF", "image/gif"],
  ["WEBP", "image/webp"],
  ["AVIF", "image/avif"],
]);
/** Larger ones are not worth the memory that drawing takes, bytes. */
const MAX_PICTURE_BYTES = 25_000_000;

/** A name that can be shown and stored; its end is that of the given one. */
export function safeName(name: string): string {
  const plain = name.normalize("NFC").replaceAll(UNSEEN, "")
    .replaceAll(UNSAFE, "_").replaceAll(/\s+/g, " ")
    // A leading point hides a file, points and spaces at the end are lost on Windows.
    .replace(/^[.\s]+/, "").replace(/[.\s]+$/, "").replace(DEVICE, "_$1");
  const { stem, extension } = split(plain);
  const letters = [...stem];
  const short = letters.length > MAX_LENGTH
    ? `${letters.slice(0, MAX_LENGTH - 21).join("")}…${letters.slice(-20).join("")}`
    : stem;
  return short === "" ? NAMELESS + extension : short + extension;
}

/** What kind of file its name says it is: "PDF"; `null`: it does not say. */
export function kindOf(name: string): string | null {
  const { extension } = split(safeName(name));
  return extension === "" ? null : extension.slice(1).toUpperCase();
}

/**
 * The type with which a file may be drawn as a picture; `null`: it is not one. The name decides, not
 * what the friend says of it, and the browser draws nothing that is none.
 */
export function pictureType({ name, size }: { name: string; size: number }): string | null {
  if (size > MAX_PICTURE_BYTES) return null;
  return PICTURES.get(kindOf(name) ?? "") ?? null;
}

function split(name: string): { stem: string; extension: string } {
  const at = name.lastIndexOf(".");
  const extension = at > 0 ? name.slice(at) : "";
  const isOne = extension.length > 1 && extension.length <= MAX_EXTENSION_LENGTH + 1 &&
    !extension.includes(" ");
  return isOne ? { stem: name.slice(0, at), extension } : { stem: name, extension: "" };
}
