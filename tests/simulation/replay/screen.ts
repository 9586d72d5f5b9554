/** What stands on a real screen, as far as an account tells it. */
import type { LaunchedPerson } from "../../rig/person.ts";
import { type Account, lineOf } from "./account.ts";

const OFFLINE = "Server unreachable";

/** Waits until the screen shows this state and, in a call, this thread and a server in reach. */
export async function waitScreen(
  person: LaunchedPerson,
  { reads, online, thread }: Account,
): Promise<void> {
  await person.waitState(reads);
  if (online) {
    const offline = person.page.getByRole("status").filter({ hasText: OFFLINE });
    await offline.waitFor({ state: "detached" });
  }
  if (thread === null) return;
  await openThread(person);
  await person.page.waitForFunction(
    (count) => document.querySelectorAll("li[data-from]").length >= count,
    thread.length,
  );
}

export async function isOnline({ page }: LaunchedPerson): Promise<boolean> {
  return await page.getByRole("status").filter({ hasText: OFFLINE }).count() === 0;
}

/** The messages, oldest first; opens their panel. */
export async function readThread(person: LaunchedPerson): Promise<string[]> {
  await openThread(person);
  const texts = await person.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("li[data-from]")].map((line) => {
      const words = line.querySelector("p")?.cloneNode(true) as HTMLElement;
      // For those who cannot see on which side it stands.
      words.querySelector(".unseen")?.remove();
      return {
        from: line.dataset.from ?? "",
        text: words.textContent ?? "",
        undelivered: line.querySelector(".undelivered") !== null,
      };
    })
  );
  return texts.map(lineOf);
}

async function openThread(person: LaunchedPerson): Promise<void> {
  const log = person.page.getByRole("log", { name: "Messages" });
  if (await log.isVisible()) return;
  await person.press("Messages");
  await log.waitFor();
}
