import type { Text } from "../call/view.ts";
import { timeOfDay } from "../locales/format.ts";
import { Icon } from "./Icon.tsx";
import { linkify } from "./linkify.ts";
import { useText } from "./text.ts";
import { useStickToEnd } from "./use_stick_to_end.ts";

/** All messages of this call; a scroll area that the keyboard reaches. */
export function ChatLog({ texts }: { texts: readonly Text[] }) {
  const { chat } = useText().messages;
  const { list, onScroll } = useStickToEnd(texts.length, texts.at(-1)?.from === "me");

  return (
    <div
      ref={list}
      class="chat-log"
      role="log"
      aria-label={chat.heading}
      tabIndex={0}
      onScroll={onScroll}
    >
      {texts.length === 0 ? <EmptyChat /> : (
        <ol>
          {texts.map((text, index) => <ChatLine key={index} text={text} />)}
        </ol>
      )}
    </div>
  );
}

function EmptyChat() {
  const { chat } = useText().messages;
  return (
    <div class="chat-empty">
      <Icon name="chat" />
      <p>{chat.empty}</p>
      <p>{chat.emptyHint}</p>
    </div>
  );
}

function ChatLine({ text: { from, text, at } }: { text: Text }) {
  const { locale, messages: { call } } = useText();
  return (
    <li data-from={from}>
      <p dir="auto">
        <span class="unseen">{from === "me" ? call.you : call.friend}:</span>
        {linkify(text).map((part, index) =>
          part.href === undefined
            ? part.text
            : (
              <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
                {part.text}
              </a>
            )
        )}
      </p>
      <time dateTime={new Date(at).toISOString()}>{timeOfDay(locale, at)}</time>
    </li>
  );
}
