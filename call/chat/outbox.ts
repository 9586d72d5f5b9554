/**
 * What one page writes to one holder of the other seat: kept until they say that it was heard, said
 * again on every new channel and from time to time, in order. Nobody else ever gets it.
 */
import type { Clock } from "../../signaling/clock.ts";
import type { ChannelMessage } from "../connection/channel.ts";

type TextMessage = Extract<ChannelMessage, { type: "text" }>;
type HeardMessage = Extract<ChannelMessage, { type: "heard" }>;

/** More than anybody writes while a friend is away; what goes beyond is not delivered. */
export const MAX_UNHEARD = 500;
/** Unheard texts are said again after this: the friend's page takes so many a second, ms. */
const AGAIN_MS = 3_000;

export interface OutboxOptions {
  /** Never used before: the friend's page counts by it. */
  readonly id: string;
  readonly clock: Clock;
  /** @returns `false` when it is not on its way */
  readonly say: (message: ChannelMessage) => boolean;
  /** All texts below this number arrived. */
  readonly heard: (next: number) => void;
}

export interface Outbox {
  /**
   * Sends now if it can, later if it must.
   *
   * @returns the text's number, or `null` when too many wait already
   */
  post(text: string): number | null;
  /** The channel is open (again): says everything unheard once more. */
  flush(): void;
  receive(message: HeardMessage): void;
  /** Ends it: what was not heard never will be. */
  close(): void;
}

export function createOutbox({ id, clock, say, heard }: OutboxOptions): Outbox {
  let kept: readonly TextMessage[] = [];
  let sequence = 0;
  /** The first text that the channel did not take: none after it may overtake it. */
  let unsaid = 0;
  let cancel: (() => void) | null = null;

  function flush(): void {
    cancel?.();
    cancel = null;
    // What the channel does not take now waits for the next one: the order stays.
    const first = kept.find((text) => !say(text));
    unsaid = first?.sequence ?? sequence;
    if (kept.length > 0) cancel = clock.after(AGAIN_MS, flush);
  }

  return {
    post(text) {
      if (kept.length >= MAX_UNHEARD) return null;
      const message: TextMessage = { type: "text", outbox: id, sequence: sequence++, text };
      kept = [...kept, message];
      if (unsaid < message.sequence) flush();
      else if (say(message)) unsaid = sequence;
      cancel ??= clock.after(AGAIN_MS, flush);
      return message.sequence;
    },
    flush,
    receive({ outbox, next }) {
      if (outbox !== id || next > sequence) return;
      kept = kept.filter((text) => text.sequence >= next);
      heard(next);
    },
    close() {
      cancel?.();
      cancel = null;
      kept = [];
    },
  };
}
