import { Component } from "preact";
import type { ChatText } from "../call/view.ts";
import type { ExtraMessages } from "../locales/extras/messages.ts";
import { timeOfDay } from "../locales/format.ts";
import { isEmojiAlone } from "./emoji_alone.ts";
import { linkify } from "./linkify.ts";
import type { Text as Words } from "./text.ts";

interface ChatLineProps {
  readonly text: ChatText;
  readonly words: Words;
  readonly talk: ExtraMessages["talk"];
}

/** One message; drawn anew only for another text or language, however many come after it. */
export class ChatLine extends Component<ChatLineProps> {
  override shouldComponentUpdate({ text, words, talk }: ChatLineProps): boolean {
    return text !== this.props.text || words !== this.props.words || talk !== this.props.talk;
  }

  override render({ text: { from, text, at, delivery }, words, talk }: ChatLineProps) {
    const { call, chat } = words.messages;
    return (
      <li data-from={from}>
        <p dir="auto" data-emoji={isEmojiAlone(text) ? "" : undefined}>
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
        <small>
          <time dateTime={new Date(at).toISOString()}>{timeOfDay(words.locale, at)}</time>
          {from === "me" && delivery === "delivered" && (
            <span class="delivered">· {talk.delivered}</span>
          )}
          {delivery === "undelivered" && <span class="undelivered">· {chat.undelivered}</span>}
        </small>
      </li>
    );
  }
}
