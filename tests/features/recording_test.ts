/** Recording, between two real browsers: the files are played, and what is in them is recognised. */
import { assert, assertEquals, assertLess } from "@std/assert";
import { ada, bob, COLOUR_TOLERANCE } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { meetWith, story } from "../stories/company.ts";
import { type Colour, downloadFrom, play, type Recorded, takeFrom, waitParts } from "./recorded.ts";

/** Parts of two seconds: a beginning, a middle. */
const SOME_PARTS = 2;
/** Neither of the two has this tone. */
const NOBODYS_HZ = 1700;
const TONES = [ada.toneHz, bob.toneHz, NOBODYS_HZ];
/** Between a voice of the rig (above 0.01) and what is left of one that is muted (below 0.0001). */
const HEARD_LEVEL = 0.001;

const isAlike = (one: Colour, other: Colour) =>
  one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= COLOUR_TOLERANCE);
const shows = (seen: readonly Colour[], colour: Colour) =>
  seen.filter((each) => isAlike(each, colour)).length > seen.length / 2;
const changes = (seen: readonly Colour[]) => {
  const vivid = seen.filter((each) => Math.max(...each) - Math.min(...each) > COLOUR_TOLERANCE);
  return vivid.some((each) => !isAlike(each, vivid[0] ?? []));
};

function status(person: LaunchedPerson, text: string) {
  return person.page.getByRole("status").getByText(text, { exact: true });
}

function hears({ levels: [adas = 0, bobs = 0, nobodys = 0] }: Recorded) {
  assertLess(nobodys, HEARD_LEVEL);
  return { ada: adas > HEARD_LEVEL, bob: bobs > HEARD_LEVEL };
}

story(
  "recording: two voices and two pictures in one file, and the friend knows",
  async (company) => {
    const [first, second] = await meetWith(
      company,
      [[ada, {}], [bob, { browser: "firefox" }]],
      "Recording",
    );
    const marks = [
      status(first, "Your friend is recording"),
      status(second, "Your friend is recording"),
    ];

    await first.press("Record");
    await marks[1]?.waitFor();
    await status(first, "Recording").waitFor();
    await waitParts(first, SOME_PARTS);
    const file = await downloadFrom(first, "Stop recording");
    await marks[1]?.waitFor({ state: "detached" });
    const seen = await play(first, file, TONES);
    assert(shows(seen.right, ada.colour), `oneself, on the right: ${seen.right.at(-1)}`);
    assert(changes(seen.left), `the friend, on the left: ${seen.left.at(-1)}`);
    assertEquals(hears(seen), { ada: true, bob: true }, seen.levels.join(" "));
    assert(Number.isFinite(seen.duration), "players know how long it is");
    assertLess(2, seen.duration);

    // The other way round; who is muted is not heard.
    await second.press("Mute");
    await second.press("Record");
    await marks[0]?.waitFor();
    await waitParts(second, SOME_PARTS);
    const other = await play(second, await takeFrom(second, "Stop recording"), TONES);
    assert(changes(other.right), `oneself, on the right: ${other.right.at(-1)}`);
    assert(shows(other.left, ada.colour), `the friend, on the left: ${other.left.at(-1)}`);
    assertEquals(hears(other), { ada: true, bob: false }, other.levels.join(" "));
    assertLess(other.duration, Infinity);
  },
);

story("recording: a killed browser's is saved when it is back", async (company) => {
  const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "Killed");
  await first.press("Record");
  await status(second, "Your friend is recording").waitFor();
  await waitParts(first, SOME_PARTS);
  await first.crash();
  const back = await company.comeBack(first);
  await back.open(new URL("/r/Killed", company.app.url));
  await back.waitState("connected");
  // The page that recorded is dead: its mark must not outlive it.
  await status(second, "Your friend is recording").waitFor({ state: "detached" });
  const file = await downloadFrom(back, "Save the recording");
  const seen = await play(back, file, TONES);
  assert(shows(seen.right, ada.colour) && shows(seen.left, bob.colour), "both pictures");
  assertEquals(hears(seen), { ada: true, bob: true }, seen.levels.join(" "));
  assert(Number.isFinite(seen.duration), "players know how long it is");
});

story("recording: it outlives the friend's reload and ends with their leaving", async (company) => {
  const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "Left alone");
  await first.press("Record");
  await status(second, "Your friend is recording").waitFor();
  // Through a reload of the friend's page it goes on, and the mark is back.
  await second.reload();
  await second.waitState("connected");
  await status(second, "Your friend is recording").waitFor();
  await status(first, "Recording").waitFor();
  await waitParts(first, 1);
  await second.leave();
  await first.waitState("waiting");
  await first.page.getByText("The recording ended, as your friend is gone.").waitFor();
  await first.press("Delete it");
  await first.press("Delete it for good");
  await first.page.getByRole("button", { name: "Save the recording" }).waitFor({
    state: "detached",
  });
  // Nothing of it stays on the device; deleting takes the browser a moment.
  await first.page.waitForFunction(async () => {
    const root = await navigator.storage.getDirectory();
    const folders = await root.getDirectoryHandle("recordings");
    for await (const _ of folders.keys()) return false;
    return true;
  });
});
