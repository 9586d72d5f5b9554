import { assert, assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import {
  LEFT,
  recordingPage as page,
  type RecordingSetup,
} from "../../tests/fakes/recording_page.ts";
import { ANSWER_MS, NEWS_MS, type Recording } from "./recording.ts";
import { MAX_WAITING_BYTES } from "./writing.ts";

async function begun(setup: RecordingSetup = {}) {
  const all = await page(setup);
  all.recording.start();
  all.recording.receive?.({ says: "shown" });
  await settle();
  return all;
}

function textOf(parts: readonly Blob[]): Promise<string> {
  return new Blob([...parts]).text();
}

const is = (recording: Recording) => recording.own.value.is;

Deno.test("recording: nothing is taken in before the friend's page shows its mark", async () => {
  const { recording, said, isTaking } = await page();
  recording.start();
  await settle();
  assertEquals([is(recording), said, isTaking()], ["asking", [{ says: "on" }], false]);
  recording.receive?.({ says: "shown" });
  assertEquals([is(recording), isTaking()], ["on", true]);
});

Deno.test("recording: a friend's page that shows no mark is not recorded, and one is told", async () => {
  const { recording, clock, said, isTaking } = await page();
  recording.start();
  await clock.pass(ANSWER_MS);
  assertEquals([is(recording), recording.news.value, isTaking()], ["off", "unseen", false]);
  assertEquals(said.at(-1), { says: "off" });
  recording.receive?.({ says: "shown" });
  assertEquals(isTaking(), false, "an answer that comes too late begins nothing");
  await clock.pass(NEWS_MS);
  assertEquals(recording.news.value, null);
});

Deno.test("recording: on a new connection the mark is asked for again, or it ends", async () => {
  const { recording, clock, said } = await begun();
  recording.release?.();
  recording.opened?.();
  assertEquals(said.filter((body) => JSON.stringify(body) === '{"says":"on"}').length, 2);
  recording.receive?.({ says: "shown" });
  await clock.pass(ANSWER_MS);
  assertEquals(is(recording), "on");
  recording.opened?.();
  await clock.pass(ANSWER_MS);
  assertEquals([is(recording), recording.news.value], ["off", "unseen"]);
});

Deno.test("recording: on a line that was gone for a moment it goes on, and is said again", async () => {
  const { recording, clock, said } = await begun();
  recording.carries?.();
  assertEquals(said.at(-1), { says: "on" });
  await clock.pass(10 * ANSWER_MS);
  assertEquals(is(recording), "on");
  recording.stop();
  recording.carries?.();
  assertEquals(said.at(-1), { says: "off" });
});

Deno.test("recording: the parts come to the disk in order, the last one too, and it is saved", async () => {
  const { recording, disk, part, downloads, isLocked } = await begun();
  part("one ");
  part("two ");
  assert(isLocked(), "no other tab offers it meanwhile");
  recording.stop();
  await settle();
  const [[id, entry] = ["", { parts: [] }]] = [...disk];
  assertEquals(await textOf(entry.parts), "one two end");
  assertEquals(downloads.length, 1);
  assertEquals(recording.kept.value.map((each) => [each.id, each.isSaved]), [[id, true]]);
  assertEquals([is(recording), isLocked()], ["off", false]);
  recording.dismiss();
  assertEquals(recording.kept.value, []);
});

for (
  const [name, happens] of [
    [
      "another friend",
      (recording: Awaited<ReturnType<typeof page>>["recording"]) => recording.with?.("stranger"),
    ],
    [
      "nobody",
      (recording: Awaited<ReturnType<typeof page>>["recording"]) => recording.with?.(null),
    ],
  ] as const
) {
  Deno.test(`recording: with ${name} it ends at once, and is offered`, async () => {
    const { recording, isTaking, downloads, said } = await begun();
    happens(recording);
    assertEquals(isTaking(), false, "in the same moment");
    await settle();
    assertEquals([is(recording), recording.news.value], ["off", "friend-gone"]);
    assertEquals([recording.kept.value.length, downloads], [1, []]);
    assertEquals(said.at(-1), { says: "off" });
  });
}

Deno.test("recording: it ends with the call, and the file stays to be saved", async () => {
  const { recording, isTaking, downloads } = await begun();
  recording.end?.();
  assertEquals(isTaking(), false);
  await settle();
  assertEquals([recording.news.value, recording.kept.value.length], ["call-over", 1]);
  recording.save(recording.kept.value[0]?.id ?? "");
  await settle();
  assertEquals(downloads.length, 1);
});

Deno.test("recording: a full disk ends it in words, with what was written", async () => {
  let room = 1;
  const { recording, part, disk, bugs } = await begun({
    write: () =>
      room-- > 0
        ? Promise.resolve()
        : Promise.reject(new DOMException("No room", "QuotaExceededError")),
  });
  part("one");
  part("two");
  part("three");
  await settle();
  assertEquals([is(recording), recording.news.value], ["off", "disk-full"]);
  assertEquals(await textOf([...disk.values()].flatMap(({ parts }) => parts)), "one");
  assertEquals([recording.kept.value.length, bugs], [1, []]);
});

Deno.test("recording: a disk that does not keep up ends it, and no part is left out in between", async () => {
  const stuck = Promise.withResolvers<void>();
  const { recording, part, disk } = await begun({ write: () => stuck.promise });
  part(new Blob([new Uint8Array(MAX_WAITING_BYTES - 100)]));
  part(new Blob([new Uint8Array(200)]));
  stuck.resolve();
  await settle();
  assertEquals([is(recording), recording.news.value], ["off", "failed"]);
  assertEquals([...disk.values()].map(({ parts }) => parts.length), [1]);
});

Deno.test("recording: a browser that refuses leaves no recording behind", async () => {
  const { recording, disk, isLocked } = await begun({ refuses: true });
  assertEquals([is(recording), recording.news.value], ["off", "failed"]);
  assertEquals([disk.size, isLocked()], [0, false]);
});

Deno.test("recording: what an earlier page left is offered, unless a tab still writes it", async () => {
  const writing = { ...LEFT, id: "2.webm" };
  const saved = { ...LEFT, id: "3.webm", isSaved: true };
  const { recording, disk } = await page({
    left: [LEFT, writing, saved],
    held: ["duet recording 2.webm"],
  });
  assertEquals(recording.kept.value.map(({ id }) => id), ["1.webm"]);
  recording.decline("1.webm");
  await settle();
  assertEquals([recording.kept.value, [...disk.keys()]], [[], ["2.webm", "3.webm"]]);
});

Deno.test("recording: its picture follows the cameras", async () => {
  const { scenes, controls, friend, remote } = await begun();
  controls.value = { ...controls.value, cameraOff: true };
  friend.value = { ...friend.value, videoPaused: true };
  remote.value = null;
  assertEquals(
    scenes.map(({ ownDark, friendDark, friend }) => [ownDark, friendDark, friend === null]),
    [
      [false, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ],
  );
});

Deno.test("recording: the friend's mark comes and goes as their page says, and never stays with another", async () => {
  const { recording, said } = await page();
  recording.receive?.({ says: "on" });
  assertEquals([recording.isFriends.value, said.at(-1)], [true, { says: "shown" }]);
  for (const body of [{}, { says: false }, { says: "off", more: 1 }, { says: "away" }]) {
    recording.receive?.(body);
    assertEquals(recording.isFriends.value, true, JSON.stringify(body));
  }
  recording.receive?.({ says: "off" });
  assertEquals(recording.isFriends.value, false);
  recording.receive?.({ says: "on" });
  recording.with?.("stranger");
  assertEquals(recording.isFriends.value, false);
});

Deno.test("recording: a page that came back says that it no longer records", async () => {
  const { recording, said } = await page();
  recording.opened?.();
  assertEquals(said, [{ says: "off" }]);
});
