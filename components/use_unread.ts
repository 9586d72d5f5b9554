import { useRef } from "preact/hooks";
import type { Text } from "../call/view.ts";

/** What the friend wrote since the person last had the messages before them, oldest first. */
export function useUnread(texts: readonly Text[], isOpen: boolean): readonly Text[] {
  const seen = useRef(texts.length);
  if (isOpen) seen.current = texts.length;
  return texts.slice(seen.current).filter(({ from }) => from === "friend");
}
