import type { ChatText } from "../call/view.ts";
import { ChatLine } from "./ChatLine.tsx";
import { useExtraText } from "./extra_text.ts";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import { useStickToEnd } from "./use_stick_to_end.ts";
import { useWindow } from "./use_window.ts";

/** The messages of this call, the newest of a long thread; a scroll area the keyboard reaches. */
export function ChatLog({ texts }: { texts: readonly ChatText[] }) {
  const words = useText();
  const { chat } = words.messages;
  const { talk } = useExtraText();
  const newest = texts.at(-1);
  const { list, onScroll } = useStickToEnd(newest, newest?.from === "me");
  const { shown, hasEarlier, showEarlier } = useWindow(texts, list);

  return (
    <div
      ref={list}
      class="chat-log"
      role="log"
      aria-label={chat.heading}
      tabIndex={0}
      onScroll={onScroll}
    >
      {hasEarlier && (
        <button type="button" class="button quiet chat-earlier" onClick={showEarlier}>
          {chat.earlier}
        </button>
      )}
      {texts.length === 0 ? <EmptyChat /> : (
        <ol>
          {shown.map((text) => <ChatLine key={text.id} text={text} words={words} talk={talk} />)}
        </ol>
      )}
    </div>
  );
}

function EmptyChat() {
  const { chat } = useText().messages;
  return (
    <div class="chat-empty">
      <SeatIcon name="chat" />
      <p>{chat.empty}</p>
      <p>{chat.emptyHint}</p>
    </div>
  );
}
