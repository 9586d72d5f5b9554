/** What two people do in a call, again and again. Everything waits for what the friend sees of it. */
import { ISOLATED_VARIABLE } from "../../tests/rig/isolate.ts";
import type { LaunchedPerson } from "../../tests/rig/person.ts";

/** `stays` has a narrow window, where "More" holds what the bar has no room for. */
export interface Pair {
  readonly stays: LaunchedPerson;
  readonly friend: LaunchedPerson;
}

const REACTION = "Heart";

export async function playRound({ stays, friend }: Pair, round: number): Promise<void> {
  await writeBoth(stays, friend, round);
  await Promise.all([react(stays, friend), react(friend, stays)]);
  await Promise.all([
    switchOff(stays, friend, ["Mute", "Unmute"], "Your friend is muted"),
    switchOff(friend, stays, ["Mute", "Unmute"], "Your friend is muted"),
  ]);
  const camera = ["Turn camera off", "Turn camera on"] as const;
  await Promise.all([
    switchOff(stays, friend, camera, "Your friend’s camera is off"),
    switchOff(friend, stays, camera, "Your friend’s camera is off"),
  ]);
  await Promise.all([lookAround(stays, true), lookAround(friend, false)]);
  await (round % 2 === 0 ? share(stays, friend) : share(friend, stays));
  await Promise.all([stays, friend].map(async (person) => {
    await person.page.waitForFunction(() => document.querySelector(".floats li") === null);
    await person.waitFrames(1);
  }));
}

/** The friend's page is loaded anew. */
export async function loadAnew({ stays, friend }: Pair): Promise<void> {
  await friend.reload();
  await friend.waitState("connected");
  await Promise.all([stays.waitFrames(1), friend.waitFrames(1)]);
}

/** Nothing passes between the two, nor to the server, until the page says so. Needs a network of its own. */
export async function cutLink({ stays, friend }: Pair): Promise<void> {
  if (!Deno.env.has(ISOLATED_VARIABLE)) return;
  await link("down");
  await stays.waitState("reconnecting").finally(() => link("up"));
  await Promise.all([stays, friend].map((person) => person.waitState("connected")));
  await Promise.all([stays.waitFrames(1), friend.waitFrames(1)]);
}

/** Two addresses of one machine meet on its loopback. */
async function link(state: "up" | "down"): Promise<void> {
  await new Deno.Command("ip", { args: ["link", "set", "lo", state] }).output();
}

async function writeBoth(one: LaunchedPerson, other: LaunchedPerson, round: number) {
  const both = [one, other];
  await Promise.all(both.map((person) => person.press("Messages")));
  await Promise.all(both.map(async (person) => {
    const text = `${person.name}, round ${round}.`;
    const mine = person.page.getByRole("log").getByRole("listitem").filter({ hasText: text });
    await person.page.getByRole("textbox", { name: "Message", exact: true }).fill(text);
    await person.press("Send");
    await mine.filter({ hasText: "Delivered" }).waitFor();
  }));
  await Promise.all(both.map((person) => closeSheet(person, "chat")));
}

async function react(from: LaunchedPerson, to: LaunchedPerson): Promise<void> {
  const arrives = to.page.locator('.floats [data-from="friend"]').first().waitFor();
  await from.page.keyboard.press("r");
  await from.press(REACTION);
  await arrives;
  await closeSheet(from, "reactions");
}

/** Switches off and on again; the friend is told of both. */
async function switchOff(
  from: LaunchedPerson,
  to: LaunchedPerson,
  [off, on]: readonly [string, string],
  told: string,
): Promise<void> {
  const words = to.page.getByText(told).first();
  await from.press(off);
  await words.waitFor({ state: "attached" });
  await from.press(on);
  await words.waitFor({ state: "detached" });
}

/** Opens and closes "Settings", in a narrow window by way of "More". */
async function lookAround(person: LaunchedPerson, isNarrow: boolean): Promise<void> {
  if (isNarrow) {
    await person.press("More");
    await closeSheet(person, "more");
    await person.press("More");
    await person.page.locator(".sheet .tile", { hasText: "Settings" }).click();
  } else await person.press("Settings");
  await closeSheet(person, "settings");
}

async function share(from: LaunchedPerson, to: LaunchedPerson): Promise<void> {
  const screen = to.page.getByLabel("Friend’s screen", { exact: true });
  await from.page.keyboard.press("s");
  await screen.waitFor();
  await to.page.waitForFunction(() => {
    const shown = document.querySelector<HTMLVideoElement>('video[aria-label="Friend’s screen"]');
    return shown !== null && shown.videoWidth > 0;
  });
  await from.page.keyboard.press("s");
  await screen.waitFor({ state: "detached" });
}

async function closeSheet({ page }: LaunchedPerson, name: string): Promise<void> {
  const sheet = page.locator(`.sheet[data-sheet="${name}"]`);
  await sheet.locator(".sheet-close").click();
  await sheet.waitFor({ state: "detached" });
}
