import type { Typing } from "../call/talk/typing.ts";
import { useExtraText } from "./extra_text.ts";
import { useOnPage } from "./use_on_page.ts";

/** Says that the friend is writing; it keeps its place, so that nothing moves. */
export function FriendWrites({ typing }: { typing: Typing | null }) {
  const { talk } = useExtraText();
  const isOnPage = useOnPage();
  const writes = isOnPage && typing !== null && typing.friendWrites.value;
  return (
    <p class="chat-typing" role="status">
      {writes && (
        <span>
          <i aria-hidden="true" />
          {talk.writing}
        </span>
      )}
    </p>
  );
}
