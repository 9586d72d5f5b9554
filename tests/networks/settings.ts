/** Between which browsers, and across what, the fault matrix is lived. */
import { type BrowserName, whyNoFirefox } from "../rig/browsers.ts";
import { whyNoNetworks } from "../rig/networks.ts";
import { whyNoTurnServer } from "../rig/turn_server.ts";
import type { SceneOptions } from "./scene.ts";

export interface Setting {
  /** As the table names it. */
  readonly name: string;
  readonly options: SceneOptions;
  /** Why it cannot be lived here; `undefined`: it can. */
  readonly whyNot: string | undefined;
}

const RELAYED: SceneOptions = { a: "symmetric", b: "symmetric", turn: "udp" };

function setting(first: BrowserName, second: BrowserName, across: SceneOptions = {}): Setting {
  const isRelayed = across.turn !== undefined;
  const needs = [
    whyNoNetworks(),
    first === "firefox" || second === "firefox" ? whyNoFirefox() : undefined,
    isRelayed ? whyNoTurnServer() : undefined,
  ];
  return {
    name: `${first} ↔ ${second}${isRelayed ? ", relayed" : ""}`,
    options: { first, second, ...across },
    whyNot: needs.find((why) => why !== undefined),
  };
}

/** What every run of the tests lives. */
const USUAL: readonly Setting[] = [
  setting("chromium", "chromium"),
  setting("firefox", "firefox"),
];

/** What `bench:calls` lives besides. */
const MORE: readonly Setting[] = [
  setting("chromium", "firefox"),
  setting("firefox", "chromium"),
  setting("chromium", "chromium", RELAYED),
  setting("firefox", "firefox", RELAYED),
];

/** `more`: the other settings instead of the usual ones. */
export const SETTINGS_VARIABLE = "DUET_SETTINGS";

export function chosenSettings(): readonly Setting[] {
  return Deno.env.get(SETTINGS_VARIABLE) === "more" ? MORE : USUAL;
}
