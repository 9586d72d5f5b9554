import type { ChatText } from "../call/view.ts";

/**
 * What the friend wrote after the text the person saw last, oldest first. A thread without that
 * text was cleared meanwhile, or has lost its beginning: all of it is new.
 *
 * @param seen `id` of the last text seen; `null`: none yet
 */
export function unreadAfter(texts: readonly ChatText[], seen: number | null): readonly ChatText[] {
  const last = seen === null ? -1 : texts.findLastIndex((text) => text.id === seen);
  return texts.slice(last + 1).filter(({ from }) => from === "friend");
}
