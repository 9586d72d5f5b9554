import type { RefObject } from "preact";
import { MAX_TEXT_LENGTH } from "../call/connection/channel.ts";
import { RoundButton } from "./RoundButton.tsx";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import type { Draft } from "./use_draft.ts";

interface ChatFormProps {
  readonly box: RefObject<HTMLTextAreaElement>;
  readonly draft: Draft;
  readonly send: (text: string) => void;
}

/** Enter sends, Shift and Enter begins a new line. */
export function ChatForm({ box, draft, send }: ChatFormProps) {
  const { chat } = useText().messages;

  function submit(event: Event) {
    event.preventDefault();
    const text = draft.text.peek().trim();
    draft.write("");
    if (text !== "") send(text);
    box.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter only takes its suggestion.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  }

  return (
    <form class="chat-form" onSubmit={submit}>
      <textarea
        ref={box}
        rows={1}
        aria-label={chat.label}
        placeholder={chat.label}
        maxLength={MAX_TEXT_LENGTH}
        autocomplete="off"
        enterkeyhint="send"
        dir="auto"
        value={draft.text}
        onInput={(event) => draft.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <RoundButton type="submit" class="chat-send" label={chat.send} title={chat.send}>
        <SeatIcon name="send" />
      </RoundButton>
    </form>
  );
}
