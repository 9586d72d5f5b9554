/**
 * Room names: what people type, and the key two spellings share. Used by both ends.
 *
 * Normalisation follows Unicode UAX #15 (NFKC); case folding is approximated by lower-casing the
 * upper-cased text, which folds "ß"/"SS" and "ς"/"σ" the way Unicode's default case folding does.
 */

/** Longest room name, in Unicode code points, after normalisation. */
export const MAX_ROOM_NAME_LENGTH = 64;

/** Why a typed room name cannot be used. */
export type RoomNameProblem = "blank" | "too-long" | "control-characters";

/** A usable room name: `key` decides who meets whom, `shown` is what people see. */
export interface RoomName {
  readonly key: string;
  readonly shown: string;
}

export type RoomNameResult =
  | { readonly ok: true; readonly name: RoomName }
  | { readonly ok: false; readonly problem: RoomNameProblem };

// Cc (controls), Cs (lone surrogates), and the bidirectional/invisible formatting characters that
// would let two different-looking names share a key or one name pose as another.
const CONTROL_CHARACTERS =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/u;
const WHITE_SPACE = /\s+/gu;
// What leaves no mark (Unicode's Default_Ignorable_Code_Point: fillers, selectors, joiners; and the
// empty Braille pattern, which is drawn as a space).
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800\s]/gu;

/**
 * Reads what a person typed as a room name.
 *
 * @param typed any string; tabs and line breaks count as white space
 * @returns the name, or the first problem found: blank (nothing of it can be seen), control
 * characters, then length
 */
export function parseRoomName(typed: string): RoomNameResult {
  const shown = typed.normalize("NFKC").replace(WHITE_SPACE, " ").trim();
  if (shown.replace(INVISIBLE, "") === "") return { ok: false, problem: "blank" };
  if (CONTROL_CHARACTERS.test(shown)) return { ok: false, problem: "control-characters" };
  if (Array.from(shown).length > MAX_ROOM_NAME_LENGTH) return { ok: false, problem: "too-long" };
  return { ok: true, name: { key: foldCase(shown), shown } };
}

function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");
}
