/** Two people meet: the host is in the room, the newcomer opens the page. */
import type { LaunchedPerson } from "../../tests/rig/person.ts";
import { installStopwatch, readStopwatch, type Times } from "../stopwatch.ts";

export interface Both {
  readonly host: LaunchedPerson;
  readonly newcomer: LaunchedPerson;
}

export interface Meeting {
  readonly url: string;
  /** When "Join" is pressed; a page that asks nothing has no such button. */
  readonly press: "at once" | "later" | "never";
  /** Nothing of the page is in the browser's cache. */
  readonly cold?: boolean;
  /** The newcomer's page is loaded anew afterwards, and that is timed, too. */
  readonly reload?: boolean;
}

export interface Met {
  readonly times: Times;
  /** Page loaded anew → remote frame, ms; `null`: it was not. */
  readonly reloadMs: number | null;
}

/** A person reads the prompt and types: by then an offer is prepared, ms. */
const READING_MS = 700;

export async function meet(
  { host, newcomer }: Both,
  { url, press, cold = false, reload = false }: Meeting,
): Promise<Met> {
  const inside = await host.context.newPage();
  const coming = await newcomer.context.newPage();
  const join = { name: "Join", exact: true };
  try {
    await inside.goto(url);
    if (press !== "never") await inside.getByRole("button", join).click();
    await inside.locator(`[data-call="waiting"]`).waitFor();
    if (cold) {
      const cdp = await newcomer.context.newCDPSession(coming);
      await cdp.send("Network.clearBrowserCache");
    }
    await installStopwatch(coming, press === "at once");
    await coming.goto(url);
    if (press === "later") {
      await coming.locator("button:enabled", { hasText: /^Join$/ }).waitFor();
      await coming.waitForTimeout(READING_MS);
      await coming.getByRole("button", join).click();
    }
    const times = await readStopwatch(coming);
    if (!reload) return { times, reloadMs: null };
    await coming.locator(`[data-call="connected"]`).waitFor();
    await coming.reload({ waitUntil: "commit" });
    return { times, reloadMs: (await readStopwatch(coming)).firstFrame };
  } finally {
    await coming.close();
    await inside.close();
  }
}
