/**
 * What the two pages say to each other over their data channel: one reliable, ordered channel per
 * link, named {@linkcode CHANNEL_LABEL}. The offerer makes it; the answerer takes it from the offer.
 * Beside it {@linkcode FILES_LABEL} carries the blocks of files, which may pile up.
 */
import * as v from "valibot";
import { parseSignal, type Signal } from "../../signaling/protocol.ts";

export const CHANNEL_LABEL = "duet";
export const FILES_LABEL = "duet.files";
/** Longest chat text in UTF-16 code units; a data channel message stays far under 64 KiB. */
export const MAX_TEXT_LENGTH = 4_000;

const Status = v.strictObject({
  type: v.literal("status"),
  muted: v.boolean(),
  cameraOff: v.boolean(),
  videoPaused: v.boolean(),
});
const Sequence = v.pipe(v.number(), v.integer(), v.minValue(0));

const Outbox = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const Message = v.variant("type", [
  Status,
  /** Keeps a silent link (no microphone, no camera) visibly alive. */
  v.strictObject({ type: v.literal("beat") }),
  v.strictObject({ type: v.literal("goodbye") }),
  /**
   * A chat message; `sequence` counts from 0 within one outbox: what one page writes to one holder
   * of the other seat.
   */
  v.strictObject({
    type: v.literal("text"),
    outbox: Outbox,
    sequence: Sequence,
    text: v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)),
  }),
  /** Everything of this outbox below `next` arrived. */
  v.strictObject({ type: v.literal("heard"), outbox: Outbox, next: Sequence }),
  /** A step of the verification (`verify/verification.ts`). */
  v.strictObject({
    type: v.literal("verify"),
    step: v.picklist(["please", "commit", "nonce", "reveal", "match", "differ", "proof"]),
    value: v.pipe(v.string(), v.maxLength(128)),
  }),
  /** For the extra of this name (`extras/`), which knows what its body may be. */
  v.strictObject({
    type: v.literal("extra"),
    of: v.pipe(v.string(), v.maxLength(16)),
    body: v.record(v.string(), v.unknown()),
  }),
]);

/** Longest message read, UTF-16 code units: the longest text, escaped, and a description. */
const MAX_MESSAGE_LENGTH = 64_000;

export type ChannelMessage =
  | v.InferOutput<typeof Message>
  | { readonly type: "signal"; readonly signal: Signal };

/** Reads a data channel message; `null` when it is none of ours. Never throws. */
export function parseChannelMessage(data: unknown): ChannelMessage | null {
  if (typeof data !== "string" || data.length > MAX_MESSAGE_LENGTH) return null;
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return null;
  }
  if (isWrapped(json)) {
    const signal = parseSignal(json.signal);
    return signal.ok ? { type: "signal", signal: signal.message } : null;
  }
  const result = v.safeParse(Message, json, { abortEarly: true });
  return result.success ? result.output : null;
}

export function encodeChannelMessage(message: ChannelMessage): string {
  return message.type === "signal"
    ? JSON.stringify({ type: "signal", signal: JSON.stringify(message.signal) })
    : JSON.stringify(message);
}

function isWrapped(json: unknown): json is { type: "signal"; signal: unknown } {
  return typeof json === "object" && json !== null && "type" in json && json.type === "signal" &&
    "signal" in json;
}
