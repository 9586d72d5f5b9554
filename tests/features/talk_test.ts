/** Reactions, the mark of writing, drafts and "Delivered" between two real browsers. */
import { assertEquals } from "@std/assert";
import { ada, bob, carla } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { enter, meetWith, story } from "../stories/company.ts";

function box(person: LaunchedPerson) {
  return person.page.getByRole("textbox", { name: "Message", exact: true });
}

async function openMessages(person: LaunchedPerson): Promise<void> {
  await person.page.getByRole("button", { name: "Messages", exact: true }).click();
  await box(person).waitFor();
}

async function isSaid(person: LaunchedPerson, text: string): Promise<void> {
  await person.page.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" });
}

story("talk: reactions, writing, drafts and texts between two browsers", async (company) => {
  const guests = [[ada, {}], [bob, { browser: "firefox" }]] as const;
  const [first, second] = await meetWith(company, guests, "Kitchen");

  for (const [here, there] of [[first, second], [second, first]] as const) {
    await here.press("React");
    await here.press("Heart");
    await isSaid(here, "You: Heart");
    await isSaid(there, "Your friend: Heart");
    await there.page.locator('.floats [data-from="friend"]').filter({ hasText: "❤️" }).waitFor();
    // It ends by itself.
    await there.page.locator(".floats li").waitFor({ state: "detached" });
    await here.page.keyboard.press("Escape");
  }

  await openMessages(first);
  await openMessages(second);
  for (const [here, there] of [[first, second], [second, first]] as const) {
    const mark = there.page.getByRole("status").filter({ hasText: "Your friend is writing…" });
    await box(here).fill("Half a");
    await mark.waitFor();
    await mark.waitFor({ state: "detached" });
    await box(here).fill("🎉");
    await mark.waitFor();
    await here.press("Send");
    await mark.waitFor({ state: "detached" });
    const line = here.page.getByRole("log").getByRole("listitem").last();
    await line.filter({ hasText: "Delivered" }).waitFor();
    const arrived = there.page.getByRole("log").locator("[data-from=friend] [data-emoji]");
    assertEquals((await arrived.innerText()).includes("🎉"), true);
  }

  await box(first).fill("For Bob alone");
  await first.reload();
  await first.waitState("connected");
  await openMessages(first);
  await first.page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>(".chat-form textarea")?.value === "For Bob alone"
  );

  // Somebody else comes: it was not meant for them.
  await second.leave();
  await first.waitState("waiting");
  const third = await company.invite(carla);
  await enter(company, third, "Kitchen");
  await first.waitState("connected");
  await box(first).waitFor();
  assertEquals(await box(first).inputValue(), "");
});
