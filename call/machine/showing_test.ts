import { assertEquals } from "@std/assert";
import { signal } from "@preact/signals";
import { FakeClock, settle } from "../../tests/fakes/clock.ts";
import {
  arrived,
  CONNECTED,
  CONNECTING,
  FRIEND,
  link,
  type Move,
  OFFER,
  offerOf,
  play,
  signal as said,
  STRANGER,
  WAITING,
} from "../../tests/fakes/play.ts";
import { createShowing, MEETING_MS } from "./showing.ts";
import type { Call } from "./state.ts";

function start(first: Call, urgent: () => Promise<void> | null = () => null) {
  const clock = new FakeClock();
  const shown = signal(first);
  const showing = createShowing({ shown, clock, urgent });
  return { clock, shown, showing };
}

const connecting = play(CONNECTING).call;
const waiting = play(WAITING).call;

Deno.test("showing: a step is shown at once", () => {
  const { shown, showing } = start(waiting);
  showing.show(play(CONNECTED).call);
  assertEquals(shown.value.state.name, "connected");
});

Deno.test("showing: it waits for what is urgent", async () => {
  const answered = Promise.withResolvers<void>();
  let urgent: Promise<void> | null = answered.promise.then(() => {
    urgent = null;
  });
  const { shown, showing } = start(waiting, () => urgent);
  showing.show(play(CONNECTED).call);
  await settle();
  assertEquals(shown.value.state.name, "waiting");
  answered.resolve();
  await settle();
  assertEquals(shown.value.state.name, "connected");
});

Deno.test("showing: two who meet soon see each other, and nothing in between", () => {
  const { clock, shown, showing } = start(waiting);
  showing.show(connecting);
  clock.tick(MEETING_MS - 1);
  showing.show(connecting);
  assertEquals(shown.value, waiting);
  showing.show(play(CONNECTED).call);
  assertEquals([shown.value.state.name, clock.running], ["connected", 0]);
});

Deno.test("showing: whoever takes longer is said to be connecting, from the meeting on", () => {
  const { clock, shown, showing } = start(waiting);
  showing.show(connecting);
  clock.tick(MEETING_MS / 2);
  showing.show(connecting);
  clock.tick(MEETING_MS / 2);
  assertEquals([shown.value, clock.running], [connecting, 0]);
});

Deno.test("showing: that there is no way, and that the friend is being asked, is said at once", () => {
  for (
    const next of [
      link("link-no-path"),
      said(FRIEND.session, { kind: "asking", connection: OFFER.connection }),
    ]
  ) {
    const { shown, showing } = start(waiting);
    const { call } = play([next], play(CONNECTING));
    showing.show(call);
    assertEquals(shown.value, call);
  }
});

Deno.test("showing: whoever lets somebody in sees at once that it happens", () => {
  const asks: Move = { type: "ask-first", on: true };
  const asked = play([...WAITING, asks, arrived(STRANGER, { offer: offerOf("link-other-1") })]);
  const { shown, showing } = start(asked.call);
  showing.show(play([{ type: "let-in" }], asked).call);
  assertEquals(shown.value.state.name, "connecting");
});

Deno.test("showing: a call that is over by then is shown as that, and nothing after it", () => {
  const { clock, shown, showing } = start(waiting);
  showing.show(connecting);
  const ended = play([{ type: "leave" }], play(CONNECTING)).call;
  showing.show(ended);
  clock.tick(MEETING_MS);
  assertEquals([shown.value, clock.running], [ended, 0]);
});

Deno.test("showing: stopped, no timer runs", () => {
  const { clock, showing } = start(waiting);
  showing.show(connecting);
  showing.stop();
  assertEquals(clock.running, 0);
});
