import type { ChatText } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import { useOnPage } from "./use_on_page.ts";
import { useRecent } from "./use_recent.ts";

/** Long enough to read a short message, ms. */
const SHOWN_MS = 7_000;

interface ChatNewsProps {
  /** The newest message nobody has looked at yet. */
  readonly text: ChatText | null;
  readonly open: () => void;
}

/** Says a new message while the panel is closed. Keyboards have the button among the controls. */
export function ChatNews({ text, open }: ChatNewsProps) {
  const { chat } = useText().messages;
  const isOnPage = useOnPage();
  const shown = useRecent(isOnPage ? text : null, SHOWN_MS);
  return (
    <div class="chat-news" role="status">
      {shown !== null && (
        <button key={shown.id} type="button" class="glass" tabIndex={-1} onClick={open}>
          <SeatIcon name="chat" />
          <span>{fill(chat.news, { text: shown.text })}</span>
        </button>
      )}
    </div>
  );
}
