/** What a list of cameras, microphones or loudspeakers offers. Pure. */
import type { Choice } from "../call/media/choices.ts";
import type { Listed } from "../call/platform.ts";
import { fill } from "../locales/format.ts";
import type { ExtraMessages } from "../locales/extras/messages.ts";

export interface DeviceOption {
  /** Empty: nothing to choose; for loudspeakers, the system's. */
  readonly id: string;
  readonly label: string;
}

/** Chromium's name for whichever device the system uses. */
const DEFAULT = "default";

export interface Offered {
  readonly listed: readonly Listed[];
  readonly kind: Listed["kind"];
  readonly choice: Choice | null;
}

/** At least one. Devices without an id cannot be chosen: the permission is not given. */
export function deviceOptions(
  { listed, kind, choice }: Offered,
  words: ExtraMessages["devices"],
): readonly DeviceOption[] {
  const all = listed.filter((each) => each.kind === kind).map(({ id, label }, index) => ({
    id,
    label: label || fill(words.numbered[kind], { number: `${index + 1}` }),
  }));
  const some = all.filter(({ id }) => id !== "");
  if (kind !== "speaker") return some.length > 0 ? some : [{ id: "", label: words.none }];
  const system = { id: "", label: some.find(({ id }) => id === DEFAULT)?.label ?? words.standard };
  const others = some.filter(({ id }) => id !== DEFAULT);
  // Firefox lists only what was picked in this life of the page.
  const isListed = choice === null ||
    others.some(({ id, label }) => id === choice.id || label === choice.label);
  return [system, ...others, ...(isListed || some.length > 0 ? [] : [choice])];
}
