import { useRef } from "preact/hooks";
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { ChatForm } from "./ChatForm.tsx";
import { ChatLog } from "./ChatLog.tsx";
import { Panel } from "./Panel.tsx";
import { FriendWrites } from "./ChatTyping.tsx";
import { useText } from "./text.ts";
import type { Draft } from "./use_draft.ts";

interface ChatPanelProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly draft: Draft;
  readonly close: () => void;
}

/** What the two write to each other: beside the pictures, below them on a phone. */
export function ChatPanel({ view, state, draft, close }: ChatPanelProps) {
  const { chat } = useText().messages;
  const box = useRef<HTMLTextAreaElement>(null);

  return (
    <Panel name="chat" heading={chat.heading} close={close} first={box}>
      <ChatLog texts={view.texts.value} />
      <FriendWrites typing={view.extras.value?.typing ?? null} />
      {state.name === "reconnecting" && <p class="hint">{chat.later}</p>}
      {state.peer === null
        ? <p class="hint">{chat.alone}</p>
        : <ChatForm box={box} draft={draft} send={view.sendText} />}
    </Panel>
  );
}
