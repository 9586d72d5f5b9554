import { assertEquals } from "@std/assert";
import { MAX_TEXT_LENGTH } from "../connection/channel.ts";
import { createDrafts } from "./drafts.ts";

/** A tab's storage; each `open()` is a life of the page. */
function tab() {
  let kept: string | null = null;
  const memory = {
    get: () => kept,
    set: (draft: string | null) => void (kept = draft),
  };
  return { memory, open: () => createDrafts(memory), kept: () => kept };
}

Deno.test("draft: survives a reload, for the same friend", () => {
  const { open } = tab();
  const before = open();
  before.with?.("holder");
  before.write("half a though");
  const after = open();
  assertEquals(after.text.value, "");
  after.with?.(null);
  after.with?.("holder");
  assertEquals(after.text.value, "half a though");
});

Deno.test("draft: is never shown to somebody else, nor kept then", () => {
  const { open, kept } = tab();
  const before = open();
  before.with?.("holder");
  before.write("for one friend only");
  const after = open();
  after.with?.("stranger");
  assertEquals([after.text.value, kept()], ["", null]);
  after.with?.("holder");
  assertEquals(after.text.value, "");

  after.write("again");
  after.with?.("stranger");
  assertEquals([after.text.value, kept()], ["", null]);
});

Deno.test("draft: waits for a friend who is away, and is gone after the call", () => {
  const { open, kept } = tab();
  const drafts = open();
  drafts.with?.("holder");
  drafts.write("wait");
  drafts.with?.(null);
  drafts.with?.("holder");
  assertEquals(drafts.text.value, "wait");
  drafts.end?.();
  assertEquals([drafts.text.value, kept()], ["", null]);
});

Deno.test("draft: what was sent is no draft", () => {
  const { open, kept } = tab();
  const drafts = open();
  drafts.with?.("holder");
  drafts.write("hi");
  drafts.write("");
  assertEquals(kept(), null);
});

Deno.test("draft: broken storage is an empty one", () => {
  const huge = JSON.stringify({ holder: "holder", text: "x".repeat(MAX_TEXT_LENGTH + 1) });
  for (const text of ["", "{", "null", "[]", '{"holder":"holder"}', huge]) {
    const drafts = createDrafts({ get: () => text, set() {} });
    drafts.with?.("holder");
    assertEquals(drafts.text.value, "");
  }
  const drafts = createDrafts();
  drafts.with?.("holder");
  drafts.write("x".repeat(MAX_TEXT_LENGTH + 1));
  assertEquals(drafts.text.value.length, MAX_TEXT_LENGTH);
});
