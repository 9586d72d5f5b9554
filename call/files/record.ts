/** What a page remembers of one file, as text on the disk; anything may stand there. */
import * as v from "valibot";
import { Offer } from "./messages.ts";
import type { Kept } from "./store.ts";

const Record = v.strictObject({
  from: v.picklist(["me", "friend"]),
  /** Who sits on the other seat. */
  holder: v.string(),
  offer: v.strictObject(Offer),
  /** Of one's own file: ms since the epoch, to know it again. */
  modified: v.optional(v.number()),
  done: v.boolean(),
  /** ms since the epoch. */
  usedAt: v.number(),
});

export type FileRecord = v.InferOutput<typeof Record> & { readonly key: string };

export function textOf({ key, ...record }: FileRecord): Kept {
  return { key, text: JSON.stringify(record) };
}

/** `null`: it is none of ours. */
export function recordOf({ key, text }: Kept): FileRecord | null {
  try {
    const record = v.safeParse(Record, JSON.parse(text));
    return record.success ? { ...record.output, key } : null;
  } catch {
    return null;
  }
}
