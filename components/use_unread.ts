import { useRef } from "preact/hooks";
import type { ChatText } from "../call/view.ts";
import { unreadAfter } from "./unread.ts";

/** What the friend wrote since the person last had the messages before them, oldest first. */
export function useUnread(texts: readonly ChatText[], isOpen: boolean): readonly ChatText[] {
  const newest = texts.at(-1);
  const seen = useRef(newest === undefined ? null : newest.id);
  if (isOpen && newest !== undefined) seen.current = newest.id;
  return unreadAfter(texts, seen.current);
}
