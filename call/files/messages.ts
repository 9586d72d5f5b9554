/**
 * What the two pages say of files, over the channel of the texts; what is in them goes as frames
 * (`frames.ts`) over a channel of its own. `docs/FILES.md` tells the whole of it.
 */
import * as v from "valibot";
import { MAX_FILE_BYTES, MAX_NAME_LENGTH } from "./limits.ts";
import { FAILURES } from "./transfer.ts";

const Id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_FILE_BYTES));
const Digest = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const Run = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

/** A file as its sender describes it; its name is shown by `names.ts` only. */
export const Offer = {
  /** Its sender's name for it. */
  id: Id,
  name: v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH)),
  size: Bytes,
} as const;

const Message = v.variant("does", [
  /** `here: false`: the sender's page was loaded anew and has the file no more. */
  v.strictObject({ does: v.literal("offer"), ...Offer, here: v.boolean() }),
  /**
   * The receiver accepted: bytes `from`…`upTo` may come, in frames of this run. `root` is the hash
   * over what it has.
   */
  v.strictObject({
    does: v.literal("want"),
    id: Id,
    run: Run,
    from: Bytes,
    upTo: Bytes,
    root: Digest,
  }),
  /** So much is stored; and up to there may come. */
  v.strictObject({ does: v.literal("more"), id: Id, run: Run, stored: Bytes, upTo: Bytes }),
  /** The receiver declines. */
  v.strictObject({ does: v.literal("decline"), id: Id }),
  /** Either side. */
  v.strictObject({ does: v.literal("cancel"), id: Id }),
  v.strictObject({ does: v.literal("fail"), id: Id, because: v.picklist(FAILURES) }),
  /** The receiver has all of it, and the hash is the sender's. */
  v.strictObject({ does: v.literal("done"), id: Id }),
]);

export type FilesMessage = v.InferOutput<typeof Message>;
export type FileOffer = Pick<
  Extract<FilesMessage, { does: "offer" }>,
  "id" | "name" | "size"
>;
export type Want = Extract<FilesMessage, { does: "want" }>;
export type More = Extract<FilesMessage, { does: "more" }>;

/** Reads what the friend's page says; `null`: none of ours. */
export function parseMessage(body: unknown): FilesMessage | null {
  const message = v.safeParse(Message, body, { abortEarly: true });
  return message.success ? message.output : null;
}
