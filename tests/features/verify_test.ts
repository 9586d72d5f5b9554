/** "Verify the call", between real browsers: with nobody in between, and with somebody. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { ada, bob, carla } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { type Company, enter, expectCall, meetWith, story } from "../stories/company.ts";
import { hireMiddleman, type Middleman } from "./middleman.ts";

const EMOJI = 5;
/** Enough of the friend's pictures to call it a call. */
const FRAMES = 15;

/** Opens the panel and, unless the other has asked already, asks for the code. */
async function openPanel({ page }: LaunchedPerson): Promise<void> {
  await page.getByRole("button", { name: /^Connection/ }).click();
  await page.getByRole("button", { name: "Verify the call" }).click();
}

/** The words both read to each other. */
async function codeOf({ page }: LaunchedPerson): Promise<readonly string[]> {
  const words = page.getByRole("region", { name: "Verify the call" }).getByRole("listitem");
  await words.nth(EMOJI - 1).waitFor();
  return (await words.allInnerTexts()).map((text) => text.replaceAll(/\s/g, ""));
}

async function compare(one: LaunchedPerson, other: LaunchedPerson) {
  await openPanel(one);
  await one.press("Show the code");
  await openPanel(other);
  const codes = [await codeOf(one), await codeOf(other)] as const;
  assertEquals(codes.map(({ length }) => length), [EMOJI, EMOJI]);
  return codes;
}

async function expectVerified({ page }: LaunchedPerson): Promise<void> {
  await page.getByRole("status").getByText("Verified", { exact: true }).waitFor();
}

/** The call is over because the codes differ, and both read so. */
async function expectOver(...people: readonly LaunchedPerson[]): Promise<void> {
  for (const person of people) {
    await person.waitState("ended");
    await person.page.getByRole("heading", { name: /differ/ }).waitFor();
  }
}

async function expectUnproven({ page }: LaunchedPerson): Promise<void> {
  await page.getByRole("status").getByText(/not verified yet|^Not verified/).waitFor();
}

/** Two people whose server is the middleman's, whether or not they are in between from the start. */
async function meetThrough(
  company: Company,
  room: string,
  { between }: Pick<Middleman, "between">,
) {
  const middle = await company.invite(carla);
  await middle.open(company.app.url);
  await middle.waitState("prompt");
  const middleman = await hireMiddleman(middle);
  middleman.between = between;
  const [first, second] = [await company.invite(ada), await company.invite(bob)];
  for (const person of [first, second]) {
    await middleman.serve(person);
    await enter(company, person, room);
    await person.waitState("waiting", "connecting", "connected");
  }
  for (const person of [first, second]) {
    await person.waitState("connected");
    await person.waitFrames(FRAMES);
  }
  return { first, second, middleman };
}

story(
  "verify: two who compared are verified, and again after a reload of either",
  async (company) => {
    const [first, second] = await meetWith(
      company,
      [[ada, {}], [bob, { browser: "firefox" }]],
      "Verified",
    );
    const [one, other] = await compare(first, second);
    assertEquals(one, other);
    await first.press("They match");
    await second.press("They match");
    await Promise.all([expectVerified(first), expectVerified(second)]);
    for (const back of [first, second]) {
      await back.reload();
      await expectCall(first, second);
      await Promise.all([expectVerified(first), expectVerified(second)]);
    }

    // Somebody else in the friend's place inherits nothing.
    await second.leave();
    await first.waitState("waiting");
    const stranger = await company.invite(carla);
    await enter(company, stranger, "Verified");
    await expectCall(first, stranger);
    const [mine, theirs] = await compare(first, stranger);
    assertEquals(mine, theirs);
    await first.press("They differ");
    await expectOver(first, stranger);
  },
);

story("verify: a server that swaps fingerprints is found out", async (company) => {
  const { first, second } = await meetThrough(company, "In between", { between: true });
  // They see each other, and still:
  const [one, other] = await compare(first, second);
  assertNotEquals(one, other);
  await first.press("They differ");
  await expectOver(first, second);
});

story("verify: who steps in between two who are verified inherits nothing", async (company) => {
  const { first, second, middleman } = await meetThrough(company, "Later", { between: false });
  await compare(first, second);
  await first.press("They match");
  await second.press("They match");
  await Promise.all([expectVerified(first), expectVerified(second)]);
  middleman.between = true;
  await second.reload();
  await second.waitState("connected");
  await second.waitFrames(FRAMES);
  await Promise.all([expectUnproven(first), expectUnproven(second)]);
});
