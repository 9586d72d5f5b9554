import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import type { ChannelMessage } from "../connection/channel.ts";
import { MAX_TEXT_LENGTH, parseChannelMessage } from "../connection/channel.ts";
import { type Conversation, createConversation, MAX_THREAD } from "./conversation.ts";

const ANN = "holder-ann";
const BEN = "holder-ben";
const CLEO = "holder-cleo";

/** Longer than the way there and back, ms. */
const ROUND_TRIP_MS = 5;

/** A page; what it says goes where `to` leads, as JSON like on a real channel, 1 ms later. */
function page(name: string, clock = new FakeClock()) {
  const wire: { to: Conversation | null } = { to: null };
  const said: ChannelMessage[] = [];
  const own = { muted: false, cameraOff: false, videoPaused: false };
  let ids = 0;
  const made = createConversation({
    platform: { clock, newId: () => `${name}-${ids++}` },
    say(message) {
      if (wire.to === null) return false;
      said.push(message);
      const parsed = parseChannelMessage(JSON.stringify(message));
      clock.after(1, () => {
        if (parsed?.type === "status" || parsed?.type === "text" || parsed?.type === "heard") {
          wire.to?.receive(parsed);
        }
      });
      return true;
    },
    own: () => own,
    tooMany: () => {},
  });
  let holder: string | null = null;
  const conversation = {
    ...made,
    with(whom: string | null) {
      holder = whom;
      return made.with(whom);
    },
    /** For whom the screen shows, if not told otherwise. */
    send: (text: string, to = holder) => made.send(text, to),
  };
  /** What is on the screen once all that is under way has arrived. */
  function shown(): string[] {
    clock.tick(ROUND_TRIP_MS);
    return conversation.texts.value.map(({ text, from, delivery }) =>
      from === "me" ? `${text} (${delivery})` : text
    );
  }
  return { clock, wire, said, own, conversation, shown };
}

type Page = ReturnType<typeof page>;

function connect(one: Page, other: Page): void {
  one.wire.to = other.conversation;
  other.wire.to = one.conversation;
  one.conversation.opened();
  other.conversation.opened();
}

/** What was said before has arrived; nothing else does. */
function cut(...pages: readonly Page[]): void {
  pages[0]?.clock.tick(ROUND_TRIP_MS);
  for (const { wire } of pages) wire.to = null;
}

/** Two friends in a call. */
function friends() {
  const clock = new FakeClock();
  const [ann, ben] = [page("ann", clock), page("ben", clock)];
  ann.conversation.with(BEN);
  ben.conversation.with(ANN);
  connect(ann, ben);
  return { clock, ann, ben };
}

Deno.test("conversation: a text is shown on both sides, and delivered", () => {
  const { ann, ben } = friends();
  ann.conversation.send("ciao");
  assertEquals([ann.shown(), ben.shown()], [["ciao (delivered)"], ["ciao"]]);
});

Deno.test("conversation: a text to nobody is not delivered, and never will be", () => {
  const { conversation, shown } = page("ann");
  conversation.send("anybody?");
  conversation.with(BEN);
  conversation.opened();
  assertEquals(shown(), ["anybody? (undelivered)"]);
});

Deno.test("conversation: a text for whom the screen still shows is nobody else's who came meanwhile", () => {
  const { ann, ben } = friends();
  ann.conversation.send("is anybody there?", null);
  ann.conversation.send("for Cleo", CLEO);
  assertEquals(ann.shown(), ["is anybody there? (undelivered)", "for Cleo (undelivered)"]);
  assertEquals(ben.shown(), []);
});

Deno.test("conversation: texts written in a cut arrive after it, in order, once", () => {
  const { ann, ben } = friends();
  ann.conversation.send("one");
  cut(ann, ben);
  ann.conversation.send("two");
  ann.conversation.send("three");
  assertEquals(ann.shown(), ["one (delivered)", "two (sent)", "three (sent)"]);
  connect(ann, ben);
  connect(ann, ben);
  assertEquals(ben.shown(), ["one", "two", "three"]);
  assertEquals(ann.shown().map((text) => text.split(" ")[1]), [
    "(delivered)",
    "(delivered)",
    "(delivered)",
  ]);
});

Deno.test("conversation: texts to one holder never reach another", () => {
  const clock = new FakeClock();
  const [ann, ben, cleo] = [page("ann", clock), page("ben", clock), page("cleo", clock)];
  ann.conversation.with(BEN);
  ann.conversation.send("for Ben alone");
  assert(ann.conversation.with(CLEO), "somebody else");
  cleo.conversation.with(ANN);
  connect(ann, cleo);
  clock.tick(60_000);
  ann.conversation.send("hello Cleo");
  assertEquals([cleo.shown(), ben.shown()], [["hello Cleo"], []]);
  assertEquals(ann.shown(), ["hello Cleo (delivered)"], "the thread with Ben is not shown");
});

Deno.test("conversation: what a friend who is gone did not hear is marked so", () => {
  const { ann, ben } = friends();
  ann.conversation.send("one");
  cut(ann, ben);
  ann.conversation.send("two");
  ann.conversation.with(null);
  assertEquals(ann.shown(), ["one (delivered)", "two (undelivered)"]);
});

Deno.test("conversation: post one, lose one, part, meet again: what is written then arrives", () => {
  const { ann, ben } = friends();
  ann.conversation.send("one");
  cut(ann, ben);
  ann.conversation.send("lost");
  ann.conversation.with(null);
  ben.conversation.with(null);
  assertEquals(ann.conversation.with(BEN), false, "the same person is nobody new");
  ben.conversation.with(ANN);
  connect(ann, ben);
  ann.conversation.send("two");
  assertEquals(ben.shown(), ["one", "two"]);
  assertEquals(ann.shown(), ["one (delivered)", "lost (undelivered)", "two (delivered)"]);
});

Deno.test("conversation: only one side parted (the goodbye was lost): both still hear each other", () => {
  const { ann, ben } = friends();
  ann.conversation.send("one");
  ann.clock.tick(ROUND_TRIP_MS);
  ben.conversation.send("two");
  cut(ann, ben);
  ann.conversation.with(null);
  ann.conversation.with(BEN);
  connect(ann, ben);
  ann.conversation.send("three");
  ann.clock.tick(ROUND_TRIP_MS);
  ben.conversation.send("four");
  assertEquals(ben.shown(), ["one", "two (delivered)", "three", "four (delivered)"]);
  assertEquals(ann.shown(), ["one (delivered)", "two", "three (delivered)", "four"]);
});

Deno.test("conversation: after a reload of the friend nothing arrives twice, nothing is lost", () => {
  const { clock, ann, ben } = friends();
  ann.conversation.send("one");
  cut(ann, ben);
  ann.conversation.send("two");
  const again = page("ben-again", clock);
  again.conversation.with(ANN);
  connect(ann, again);
  clock.tick(ROUND_TRIP_MS);
  again.conversation.send("back");
  assertEquals(again.shown(), ["two", "back (delivered)"]);
  assertEquals(ann.shown(), ["one (delivered)", "two (delivered)", "back"]);
});

Deno.test("conversation: what a friend sends too fast is shown later, all of it, in order", () => {
  const { clock, ann, ben } = friends();
  const texts = Array.from({ length: 200 }, (_, index) => String(index));
  texts.forEach((text) => ann.conversation.send(text));
  assert(ben.shown().length < 200);
  clock.tick(3 * 60_000);
  assertEquals(ben.shown(), texts);
  assertEquals(ann.shown(), texts.map((text) => `${text} (delivered)`));
  assertEquals(clock.running, 0);
});

Deno.test("conversation: a text beyond what can be kept is not delivered, and no other is lost", () => {
  const ann = page("ann");
  ann.conversation.with(BEN);
  for (let count = 0; count < 502; count++) ann.conversation.send(String(count));
  assertEquals(ann.shown().filter((text) => text.endsWith("(undelivered)")), [
    "500 (undelivered)",
    "501 (undelivered)",
  ]);
});

Deno.test("conversation: a text too long for the wire holds none of the others up", () => {
  const { clock, ann, ben } = friends();
  ann.conversation.send("x".repeat(MAX_TEXT_LENGTH + 1));
  ann.conversation.send("short");
  clock.tick(10_000);
  assertEquals(ben.shown(), ["short"]);
  assertEquals(ann.shown().map((text) => text.split(" ")[1]), ["(undelivered)", "(delivered)"]);
});

Deno.test("conversation: a thread is kept in bounds, and its ids never come again", () => {
  const { conversation } = page("ann");
  for (let count = 0; count < MAX_THREAD + 10; count++) conversation.send(String(count));
  assertEquals(conversation.texts.value.length, MAX_THREAD);
  conversation.clear();
  conversation.send("next");
  assertEquals(conversation.texts.value.map(({ id }) => id), [MAX_THREAD + 10]);
});

Deno.test("conversation: how the friend is, told as the channel opens and when it changes", () => {
  const { ann, ben } = friends();
  ann.own.muted = true;
  ann.conversation.changed();
  ann.clock.tick(ROUND_TRIP_MS);
  assertEquals(ben.conversation.friend.value.muted, true);
  ben.conversation.quiet();
  assertEquals(ben.conversation.friend.value.muted, false);
  ann.conversation.opened();
  ann.clock.tick(ROUND_TRIP_MS);
  assertEquals(ben.conversation.friend.value.muted, true);
});

Deno.test("conversation: a call that is over leaves nothing: no text, no timer, nobody new", () => {
  const { clock, ann, ben } = friends();
  cut(ann, ben);
  ann.conversation.send("unheard");
  ann.conversation.clear();
  ben.conversation.clear();
  assertEquals(ann.shown(), []);
  assertEquals(clock.running, 0);
  assertEquals(ann.conversation.with(CLEO), false, "a new call's first friend is nobody new");
});

Deno.test("conversation: what comes from nobody we are with is not shown", () => {
  const { conversation, shown } = page("ann");
  conversation.receive({ type: "text", outbox: "o", sequence: 0, text: "boo" });
  conversation.receive({ type: "heard", outbox: "o", next: 1 });
  assertEquals(shown(), []);
});
