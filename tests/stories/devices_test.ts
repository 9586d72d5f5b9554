import { ada } from "../rig/people.ts";
import type { LaunchOptions } from "../rig/person.ts";
import { story } from "./company.ts";

/** Each cause: how it is brought about, and words that only its own screen has. */
const CAUSES: readonly {
  cause: string;
  media: NonNullable<LaunchOptions["media"]>;
  says: RegExp;
  retry: boolean;
}[] = [
  { cause: "refused", media: "refused", says: /doesn’t let this page/, retry: true },
  {
    cause: "camera refused only",
    media: "microphone-only",
    says: /doesn’t let this page/,
    retry: true,
  },
  { cause: "none found", media: "no-device", says: /found none/, retry: false },
  { cause: "camera missing", media: "no-camera", says: /camera that’s missing/, retry: false },
  { cause: "in use elsewhere", media: "busy", says: /another program/i, retry: true },
  {
    cause: "blocked by the system",
    media: "system-blocked",
    says: /system settings/i,
    retry: true,
  },
  { cause: "insecure page", media: "insecure", says: /secure pages/, retry: false },
];

for (const { cause, media, says, retry } of CAUSES) {
  story(
    `7: ${cause}: both are required, why, how to fix it, try again in place`,
    async (company) => {
      const first = await company.invite(ada, { media });
      await first.open(company.app.url);
      await first.waitState("blocked");
      const alert = first.page.getByRole("alert");
      await alert.filter({ hasText: "needs both" }).waitFor();
      await alert.filter({ hasText: says }).waitFor();
      await first.page.getByRole("listitem").first().waitFor();
      const again = first.page.getByRole("button", { name: "Try again", exact: true });
      await again.waitFor();
      if (!retry) return;
      const marker = await first.page.evaluateHandle(() => document.documentElement);
      await first.allowMedia();
      await again.click();
      await first.waitState("prompt");
      // In place: still the same document.
      await marker.evaluate((element) => {
        if (element !== document.documentElement) throw new Error("the page was loaded again");
      });
    },
  );
}
