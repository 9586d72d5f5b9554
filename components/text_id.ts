/** Tells texts apart, wherever they stand in the thread and however often that was cleared. */
import type { Text } from "../call/view.ts";

const ids = new WeakMap<Text, number>();
let last = 0;

/** The same number for the same text, as long as the page lives. */
export function textId(text: Text): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ++last);
  return last;
}
