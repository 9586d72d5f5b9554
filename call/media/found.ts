/** What was chosen, among what is plugged in now. */
import type { Choice } from "./choices.ts";
import type { Listed } from "../platform.ts";

/** By its id, else by its label: some browsers give a device another id on every visit. */
export function findChosen(
  listed: readonly Listed[],
  kind: Listed["kind"],
  choice: Choice | null,
): Listed | undefined {
  if (choice === null) return undefined;
  const same = listed.filter((each) => each.kind === kind);
  return same.find(({ id }) => id === choice.id) ??
    same.find(({ label }) => label !== "" && label === choice.label);
}
