/**
 * What the two pages tell each other besides picture and voice: how they are, and texts. A thread
 * belongs to one holder of the other seat; somebody else begins an empty one.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { type ChannelMessage, MAX_TEXT_LENGTH } from "../connection/channel.ts";
import type { Platform } from "../platform.ts";
import type { ChatText, FriendStatus } from "../facts.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createOutbox, type Outbox } from "./outbox.ts";

const QUIET_FRIEND: FriendStatus = { muted: false, cameraOff: false, videoPaused: false };
/** Texts kept of one thread: hours of writing; the oldest go. */
export const MAX_THREAD = 2_000;

export interface ConversationOptions {
  readonly platform: Pick<Platform, "clock" | "newId">;
  /** @returns `false` when it is not on its way */
  readonly say: (message: ChannelMessage) => boolean;
  /** How we are, told whenever a channel opens. */
  readonly own: () => FriendStatus;
  readonly tooMany: () => void;
}

export interface Conversation {
  readonly friend: ReadonlySignal<FriendStatus>;
  readonly texts: ReadonlySignal<readonly ChatText[]>;
  /**
   * Whom it is with from now on, by the holder of the other seat; `null`: nobody.
   *
   * @returns whether this is somebody else than before
   */
  with(holder: string | null): boolean;
  receive(message: Extract<ChannelMessage, { type: "status" | "text" | "heard" }>): void;
  /** A channel is open, or carries again: says what the friend may not know. */
  opened(): void;
  /** We changed (muted, camera off, picture paused). */
  changed(): void;
  /** @param to the holder whom the screen names: should somebody else have come, it is not for them */
  send(text: string, to: string | null): void;
  /** Nothing is known of the friend for now. */
  quiet(): void;
  /** The call is over: nothing of it stays. */
  clear(): void;
}

interface Thread {
  readonly holder: string;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  /** Ids of own texts by their number in the outbox. */
  readonly sent: Map<number, number>;
}

export function createConversation(options: ConversationOptions): Conversation {
  const { platform, say, own } = options;
  const friend = signal(QUIET_FRIEND);
  const texts = signal<readonly ChatText[]>([]);
  let thread: Thread | null = null;
  /** Whose texts are on the screen, though they may have left. */
  let shownOf: string | null = null;
  let count = 0;

  function add(text: Omit<ChatText, "id" | "at">): number {
    const id = count++;
    const at = platform.clock.now();
    texts.value = [...texts.value, { ...text, id, at }].slice(-MAX_THREAD);
    return id;
  }

  function mark(ids: ReadonlySet<number>, delivery: ChatText["delivery"]): void {
    if (ids.size === 0) return;
    texts.value = texts.value.map((text) => ids.has(text.id) ? { ...text, delivery } : text);
  }

  function begin(holder: string): Thread {
    const sent = new Map<number, number>();
    function heard(next: number): void {
      const numbers = [...sent.keys()].filter((number) => number < next);
      mark(new Set(numbers.flatMap((number) => sent.get(number) ?? [])), "delivered");
      numbers.forEach((number) => sent.delete(number));
    }
    const { clock, newId } = platform;
    const { tooMany } = options;
    const outbox = createOutbox({ id: newId(), clock, say, heard });
    const inbox = createInbox({
      clock,
      say,
      deliver: (text) => void add({ from: "friend", text, delivery: "delivered" }),
      tooMany,
    });
    return { holder, outbox, inbox, sent };
  }

  function end(): void {
    if (thread === null) return;
    thread.outbox.close();
    mark(new Set(thread.sent.values()), "undelivered");
    thread = null;
  }

  function changed(): void {
    say({ type: "status", ...own() });
  }

  return {
    friend,
    texts,
    with(holder) {
      if (holder === (thread?.holder ?? null)) return false;
      end();
      friend.value = QUIET_FRIEND;
      if (holder === null) return false;
      const isOther = shownOf !== null && shownOf !== holder;
      if (isOther) texts.value = [];
      shownOf = holder;
      thread = begin(holder);
      return isOther;
    },
    receive(message) {
      switch (message.type) {
        case "status": {
          const { muted, cameraOff, videoPaused } = message;
          friend.value = { muted, cameraOff, videoPaused };
          return;
        }
        case "text":
          return thread?.inbox.receive(message);
        case "heard":
          return thread?.outbox.receive(message);
      }
    },
    opened() {
      changed();
      thread?.outbox.flush();
    },
    changed,
    send(text, to) {
      // The friend's page reads no longer one.
      const isSendable = thread?.holder === to && text.length <= MAX_TEXT_LENGTH;
      const number = isSendable ? thread?.outbox.post(text) ?? null : null;
      const id = add({ from: "me", text, delivery: number === null ? "undelivered" : "sent" });
      if (number !== null) thread?.sent.set(number, id);
    },
    quiet() {
      friend.value = QUIET_FRIEND;
    },
    clear() {
      end();
      texts.value = [];
      shownOf = null;
      friend.value = QUIET_FRIEND;
    },
  };
}
