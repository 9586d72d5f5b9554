/**
 * What the friend writes, each text once and in order; and no more of it than a person can write.
 * What comes faster is not taken: an honest page says it again a little later.
 */
import type { Clock } from "../../signaling/clock.ts";
import type { ChannelMessage } from "../connection/channel.ts";

type TextMessage = Extract<ChannelMessage, { type: "text" }>;

/** Texts taken in one go: what a friend wrote while the connection stood. */
export const BURST = 50;
/** And from then on, one in each of these, ms: nobody types faster for long. */
export const TEXT_EVERY_MS = 500;
/** Outboxes remembered: pages of one friend since they came. */
const MAX_OUTBOXES = 16;

export interface InboxOptions {
  readonly clock: Clock;
  readonly say: (message: ChannelMessage) => boolean;
  readonly deliver: (text: string) => void;
  /** Texts come faster than they are taken. */
  readonly tooMany: () => void;
}

export interface Inbox {
  receive(message: TextMessage): void;
}

export function createInbox({ clock, say, deliver, tooMany }: InboxOptions): Inbox {
  /** Next expected sequence number, by outbox, the latest used last. */
  const expected = new Map<string, number>();
  /** When the allowance would be whole again, by the monotonic clock. */
  let wholeAt = -Infinity;

  function isAllowed(): boolean {
    const now = clock.monotonic();
    const next = Math.max(wholeAt, now) + TEXT_EVERY_MS;
    if (next - now > BURST * TEXT_EVERY_MS) return false;
    wholeAt = next;
    return true;
  }

  function remember(outbox: string, next: number): void {
    expected.delete(outbox);
    expected.set(outbox, next);
    const [oldest] = expected.keys();
    if (expected.size > MAX_OUTBOXES && oldest !== undefined) expected.delete(oldest);
  }

  return {
    receive({ outbox, sequence, text }) {
      // A page that has just (re)loaded starts where the sender's unheard texts start.
      const next = expected.get(outbox) ?? sequence;
      if (sequence > next) return;
      if (sequence === next) {
        if (!isAllowed()) {
          // It is the next one all the same, if it is the first of its outbox too.
          remember(outbox, next);
          return tooMany();
        }
        remember(outbox, next + 1);
        deliver(text);
      }
      say({ type: "heard", outbox, next: Math.max(next, sequence + 1) });
    },
  };
}
