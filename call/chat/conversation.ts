/** What the two pages tell each other besides picture and voice: how they are, and texts. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { ChannelMessage } from "../connection/channel.ts";
import { createOutbox } from "./outbox.ts";
import type { FriendStatus, Text } from "../view.ts";

const QUIET_FRIEND: FriendStatus = { muted: false, cameraOff: false, videoPaused: false };

export interface ConversationOptions {
  readonly session: string;
  /** @returns `false` when the channel is not open */
  readonly say: (message: ChannelMessage) => boolean;
  /** How we are, told whenever a channel opens. */
  readonly own: () => FriendStatus;
}

export interface Conversation {
  readonly friend: ReadonlySignal<FriendStatus>;
  readonly texts: ReadonlySignal<readonly Text[]>;
  receive(message: Extract<ChannelMessage, { type: "status" | "text" | "heard" }>): void;
  /** A channel is open: says what the friend may not know. */
  opened(): void;
  /** We changed (muted, camera off, picture paused). */
  changed(): void;
  send(text: string): void;
  /** The friend is away or gone: nothing is known of them. */
  quiet(): void;
  /** The friend is gone for good: what they did not hear is for nobody else. */
  drop(): void;
  /** Whoever comes now may be somebody else: their thread begins empty. */
  clear(): void;
}

export function createConversation({ session, say, own }: ConversationOptions): Conversation {
  const friend = signal(QUIET_FRIEND);
  const texts = signal<readonly Text[]>([]);
  const outbox = createOutbox({ session, say, deliver: (text) => add("friend", text) });

  function add(from: Text["from"], text: string): void {
    texts.value = [...texts.value, { from, text, at: Date.now() }];
  }

  function changed(): void {
    say({ type: "status", ...own() });
  }

  return {
    friend,
    texts,
    receive(message) {
      if (message.type !== "status") return outbox.receive(message);
      const { muted, cameraOff, videoPaused } = message;
      friend.value = { muted, cameraOff, videoPaused };
    },
    opened() {
      changed();
      outbox.flush();
    },
    changed,
    send(text) {
      add("me", text);
      outbox.post(text);
    },
    quiet() {
      friend.value = QUIET_FRIEND;
    },
    drop: outbox.clear,
    clear() {
      texts.value = [];
    },
  };
}
