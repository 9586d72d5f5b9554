import { assertEquals } from "@std/assert";
import type { ChatText } from "../call/view.ts";
import { unreadAfter } from "./unread.ts";

let texts = 0;

function text(from: ChatText["from"], words: string): ChatText {
  return { id: texts++, from, text: words, at: 0, delivery: "delivered" };
}

function wordsOf(texts: readonly ChatText[]): string[] {
  return texts.map((each) => each.text);
}

Deno.test("unread: what the friend wrote after the text seen last", () => {
  const thread = [text("friend", "a"), text("me", "b"), text("friend", "c"), text("friend", "d")];
  const seen = thread.map(({ id }) => id);
  assertEquals(wordsOf(unreadAfter(thread, null)), ["a", "c", "d"]);
  assertEquals(wordsOf(unreadAfter(thread, seen[1] ?? null)), ["c", "d"]);
  assertEquals(wordsOf(unreadAfter(thread, seen[3] ?? null)), []);
});

Deno.test("unread: after the thread was cleared the next friend’s first texts are marked", () => {
  const before = [text("friend", "a"), text("me", "b"), text("friend", "c")];
  const seen = (before[2] ?? text("me", "")).id;
  assertEquals(wordsOf(unreadAfter([], seen)), []);
  assertEquals(wordsOf(unreadAfter([text("friend", "a")], seen)), ["a"]);
});

Deno.test("unread: a thread that lost its beginning, the text seen last with it, is all new", () => {
  const [first, ...rest] = [text("friend", "a"), text("friend", "b"), text("me", "c")];
  assertEquals(wordsOf(unreadAfter(rest, (first ?? text("me", "")).id)), ["b"]);
});
