import type { Text } from "../call/view.ts";
import { textId } from "./text_id.ts";

/**
 * What the friend wrote after the text the person saw last, oldest first. A thread without that
 * text was cleared meanwhile, or has lost its beginning: all of it is new.
 *
 * @param seen {@linkcode textId} of the last text seen; `null`: none yet
 */
export function unreadAfter(texts: readonly Text[], seen: number | null): readonly Text[] {
  const last = seen === null ? -1 : texts.findLastIndex((text) => textId(text) === seen);
  return texts.slice(last + 1).filter(({ from }) => from === "friend");
}
