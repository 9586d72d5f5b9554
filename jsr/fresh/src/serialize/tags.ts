/**
 * The form in which props cross from server to browser: a JSON array whose first entry is the value.
 * A plain object's fields, and everything inside a tagged entry `[tag, …]`, refer to other entries by index,
 * so shared and circular references survive. Negative indexes stand for values JSON does not have.
 *
 * @module
 */

/** Index of a value that JSON cannot express. */
export const SPECIAL = {
  undefined: -1,
  nan: -2,
  infinity: -3,
  negativeInfinity: -4,
  negativeZero: -5,
  hole: -6,
} as const;

/** What a tagged entry holds. */
export type Tag =
  | "Array"
  | "BigInt"
  | "Date"
  | "URL"
  | "RegExp"
  | "Set"
  | "Map"
  | "Uint8Array"
  | "Signal"
  | "Computed"
  | "Slot";
