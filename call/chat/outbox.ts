/**
 * Texts that must arrive although links come and go: kept until the friend says that they were
 * heard, said again on every new channel, and handed on once.
 */
import type { ChannelMessage } from "../connection/channel.ts";

type Text = Extract<ChannelMessage, { type: "text" }>;

export interface Outbox {
  /** Sends now if it can, later if it must. */
  post(text: string): void;
  /** The channel is open (again): says everything unheard once more. */
  flush(): void;
  /** Takes `text` and `heard` messages. */
  receive(message: Extract<ChannelMessage, { type: "text" | "heard" }>): void;
  readonly unheard: number;
  /** The friend it was meant for is gone for good: nobody else may get it. */
  clear(): void;
}

export interface OutboxOptions {
  readonly session: string;
  /** @returns `false` when the channel is not open */
  readonly say: (message: ChannelMessage) => boolean;
  readonly deliver: (text: string) => void;
}

export function createOutbox({ session, say, deliver }: OutboxOptions): Outbox {
  let kept: readonly Text[] = [];
  let sequence = 0;
  /** Next expected sequence number, by the sender's session: a reloaded page counts anew. */
  const expected = new Map<string, number>();

  return {
    post(text) {
      const message: Text = { type: "text", session, sequence: sequence++, text };
      kept = [...kept, message];
      say(message);
    },
    flush() {
      for (const message of kept) say(message);
    },
    receive(message) {
      if (message.type === "heard") {
        kept = kept.filter((text) => text.sequence >= message.next);
        return;
      }
      // A page that has just (re)loaded starts where the sender's unheard texts start.
      const next = expected.get(message.session) ?? message.sequence;
      const isNew = message.sequence === next;
      expected.set(message.session, isNew ? next + 1 : next);
      if (isNew) deliver(message.text);
      say({ type: "heard", next: isNew ? next + 1 : next });
    },
    clear() {
      kept = [];
    },
    get unheard() {
      return kept.length;
    },
  };
}
