import { assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import { FakeDisplay } from "../../tests/fakes/extra_edges.ts";
import { fakeBrowser } from "../../tests/fakes/platform.ts";
import type { Connection } from "../connection/connection.ts";
import { createScreen, LOOK_MS, PROBLEM_MS, WORD_MS } from "./screen.ts";

/** A captured track: it ends when the browser's own button is pressed. */
class CapturedTrack extends EventTarget {
  readyState = "live";
  stop(): void {
    this.readyState = "ended";
  }
  end(): void {
    this.stop();
    this.dispatchEvent(new Event("ended"));
  }
}

const ADA = "holder-ada";
const connectionWith = (screen: string) => ({ screen }) as unknown as Connection;

function open({ hasSound = true, isFree = true } = {}) {
  const { clock, platform } = fakeBrowser();
  const display = new FakeDisplay();
  const picture = new CapturedTrack();
  const sound = hasSound ? new CapturedTrack() : null;
  const free = { yes: isFree };
  display.answer = {
    is: "given",
    captured: {
      screen: picture as unknown as MediaStreamTrack,
      sound: sound as unknown as MediaStreamTrack | null,
      isFreeOfCall: () => sound !== null && free.yes,
    },
  };
  const said: unknown[] = [];
  const sent: string[] = [];
  const screen = createScreen({
    platform,
    say: (of, body) => said.push([of, body]) > 0,
    share: (tracks) =>
      sent.push([tracks.screen && "screen", tracks.sound && "sound"].filter(Boolean).join("+")),
  }, display);
  screen.with?.(ADA);
  screen.follow?.(connectionWith("first"));
  return { clock, display, picture, sound, free, said, sent, screen };
}

const SHOWN = ["screen", { shown: true }];
const NOT_SHOWN = ["screen", { shown: false }];

Deno.test("screen: shared with its sound, told to the friend, and stopped", async () => {
  const { screen, sent, said, picture, sound, clock } = open();
  await screen.start();
  assertEquals([screen.isShared.value, sent, said], [true, ["screen+sound"], [SHOWN]]);
  screen.stop();
  assertEquals([screen.isShared.value, sent.at(-1), said.at(-1)], [false, "", NOT_SHOWN]);
  assertEquals([picture.readyState, sound?.readyState, clock.running], ["ended", "ended", 0]);
});

Deno.test("screen: stopped in the browser's own bar it is stopped here", async () => {
  const { screen, sent, said, picture } = open();
  await screen.start();
  picture.end();
  assertEquals([screen.isShared.value, sent.at(-1), said.at(-1)], [false, "", NOT_SHOWN]);
  await screen.start();
  assertEquals(screen.isShared.value, false, "what has ended is not shared");
});

Deno.test("screen: a capture that ends without a word is noticed", async () => {
  const { screen, said, picture, clock } = open();
  await screen.start();
  picture.readyState = "ended";
  await clock.pass(LOOK_MS);
  assertEquals([screen.isShared.value, said.at(-1), clock.running], [false, NOT_SHOWN, 0]);
});

Deno.test("screen: sound that may have the call in it is left out, and the person is told", async () => {
  const { screen, sent, sound, clock } = open({ isFree: false });
  await screen.start();
  assertEquals([sent, sound?.readyState], [["screen"], "ended"]);
  assertEquals(screen.problem.value, "sound-left-out");
  await clock.pass(PROBLEM_MS);
  assertEquals(screen.problem.value, null);
});

Deno.test("screen: another surface chosen meanwhile takes the sound out at once", async () => {
  for (const noticed of ["by the browser's word", "by looking"]) {
    const { screen, sent, free, picture, clock } = open();
    await screen.start();
    free.yes = false;
    if (noticed === "by looking") await clock.pass(LOOK_MS);
    else picture.dispatchEvent(new Event("configurationchange"));
    assertEquals(sent, ["screen+sound", "screen"], noticed);
    assertEquals(screen.problem.value, "sound-left-out");
  }
});

Deno.test("screen: without sound there is nothing to leave out", async () => {
  const { screen, sent, clock } = open({ hasSound: false });
  await screen.start();
  await clock.pass(LOOK_MS);
  assertEquals([sent, screen.problem.value], [["screen"], null]);
});

Deno.test("screen: closing the browser's question is no error, other failures get words", async () => {
  const { screen, display, sent, said } = open();
  for (const is of ["cancelled", "blocked-by-system", "failed"] as const) {
    display.answer = { is };
    await screen.start();
    assertEquals(screen.problem.value, is === "cancelled" ? null : is);
  }
  assertEquals([screen.isShared.value, sent, said], [false, [], []]);
});

Deno.test("screen: asked once at a time, and of nobody when alone", async () => {
  const { screen, display } = open();
  display.answer = null;
  void screen.start();
  void screen.start();
  assertEquals(display.asked, 1);
  screen.with?.(null);
  await screen.start();
  assertEquals(display.asked, 1);
});

Deno.test("screen: what was chosen for one is not shown to another, nor captured for nobody", async () => {
  for (const next of ["holder-bob", null]) {
    const { screen, sent, picture } = open();
    await screen.start();
    screen.with?.(ADA);
    assertEquals(screen.isShared.value, true);
    screen.with?.(next);
    assertEquals([screen.isShared.value, sent.at(-1), picture.readyState], [false, "", "ended"]);
  }
});

Deno.test("screen: chosen after whom it was for left, it is let go", async () => {
  const { screen, sent, picture } = open();
  const started = screen.start();
  screen.with?.("holder-bob");
  await started;
  assertEquals([screen.isShared.value, sent, picture.readyState], [false, [], "ended"]);
});

Deno.test("screen: said again on every new connection, and when one carries again", async () => {
  const { screen, said } = open();
  screen.opened?.();
  await screen.start();
  screen.follow?.(connectionWith("second"));
  screen.opened?.();
  screen.carries?.();
  assertEquals(said, [NOT_SHOWN, SHOWN, SHOWN, SHOWN]);
});

Deno.test("screen: the friend's is shown by their word; of the rest nothing is read", () => {
  const { screen } = open();
  for (const body of [{}, { shown: 1 }, { shown: true, more: 1 }]) screen.receive?.(body);
  assertEquals(screen.friends.value, null);
  screen.receive?.({ shown: true });
  assertEquals(screen.friends.value as unknown, "first");
  for (let count = 0; count < 1_000; count += 1) screen.receive?.({ shown: count % 2 === 0 });
  assertEquals(screen.friends.value, null);
});

Deno.test("screen: on a new connection the last picture stays until the friend's word comes", async () => {
  const { screen, clock } = open();
  screen.receive?.({ shown: true });
  screen.follow?.(connectionWith("second"));
  screen.opened?.();
  assertEquals(screen.friends.value as unknown, "first");
  screen.receive?.({ shown: true });
  assertEquals(screen.friends.value as unknown, "second");
  await clock.pass(WORD_MS);
  assertEquals(screen.friends.value as unknown, "second");
});

Deno.test("screen: a friend who reloaded, or says nothing any more, shares nothing", async () => {
  const { screen, clock } = open();
  screen.receive?.({ shown: true });
  screen.follow?.(connectionWith("second"));
  screen.opened?.();
  await clock.pass(WORD_MS);
  assertEquals(screen.friends.value, null);
  screen.receive?.({ shown: true });
  screen.release?.();
  assertEquals([screen.friends.value, clock.running], [null, 0]);
});

Deno.test("screen: nothing stays after the call", async () => {
  const { screen, clock, picture, display } = open();
  await screen.start();
  screen.receive?.({ shown: true });
  screen.end?.();
  await settle();
  assertEquals([screen.isShared.value, screen.friends.value], [false, null]);
  assertEquals([picture.readyState, clock.running, display.asked], ["ended", 0, 1]);
});
