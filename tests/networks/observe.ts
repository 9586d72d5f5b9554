/** What both screens showed during a fault, and which texts got through. */
import type { LaunchedPerson } from "../rig/person.ts";

/** Runs in the page: collects every distinct sentence of the live regions, and every state. */
function collect(): void {
  const page = globalThis as unknown as { duetSaid: string[] };
  page.duetSaid = [];
  const look = () => {
    const regions = document.querySelectorAll('[role="status"] , [role="alert"]');
    for (const region of regions) {
      for (const line of (region as HTMLElement).innerText.split("\n")) {
        const said = line.trim();
        // A running clock and an empty region say nothing.
        if (said !== "" && !/^\d+:\d+/.test(said) && !page.duetSaid.includes(said)) {
          page.duetSaid.push(said);
        }
      }
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

/** Begins to note what a person's screen says; survives a reload of the page. */
export async function listen(person: LaunchedPerson): Promise<void> {
  await person.page.addInitScript(collect);
  await person.page.evaluate(collect);
}

/** Sentences since the last call, in order. */
export async function heard(person: LaunchedPerson): Promise<string[]> {
  return await person.page.evaluate(() => {
    const page = globalThis as unknown as { duetSaid?: string[] };
    return page.duetSaid?.splice(0) ?? [];
  });
}

/** Sends a text through the Messages panel. */
export async function sendText(person: LaunchedPerson, text: string): Promise<void> {
  const box = person.page.getByRole("textbox", { name: "Message", exact: true });
  if (!await box.isVisible()) await person.press("Messages");
  await box.fill(text);
  await box.press("Enter");
}

/** Waits until the friend's text is on this person's screen. */
export async function waitText(person: LaunchedPerson, text: string): Promise<void> {
  const box = person.page.getByRole("textbox", { name: "Message", exact: true });
  if (!await box.isVisible()) await person.press("Messages");
  await person.page.locator('[data-from="friend"]').filter({ hasText: text }).first().waitFor();
}
