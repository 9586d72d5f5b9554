/**
 * "Can they hear me?", answered by the other side: each page measures what it sends and what it plays,
 * and tells. Within three seconds both know which hop is silent. A notice says so on either page.
 */
import * as v from "valibot";
import type { Connection } from "../connection/connection.ts";
import type { Extra, ExtraContext } from "../extras/extra.ts";
import { createAlarms } from "./alarms.ts";
import { Facts } from "./facts.ts";
import { createGatherer } from "./gather.ts";
import { keep } from "./measure.ts";
import type { Player } from "./player.ts";
import { readConnection, type Reading } from "./reading.ts";
import { silentHops } from "./verdict.ts";

/** How often it is measured, ms. */
export const LOOK_MS = 400;
export type HearingContext = Pick<
  ExtraContext,
  "platform" | "own" | "remote" | "notices" | "say"
>;

interface Watched {
  readonly connection: Connection;
  /** Since when it has a way; `null`: it has none yet. */
  since: number | null;
  readings: readonly Reading[];
  /** A report is under way; of a connection that is closed meanwhile it may never come. */
  isReading: boolean;
}

export function createHearing(context: HearingContext, player: Player): Extra {
  const { platform: { clock } } = context;
  const now = () => clock.monotonic();
  const alarms = createAlarms(now, context.notices.set);
  const gather = createGatherer({ ...context, player, now });
  let holder: string | null = null;
  let watched: Watched | null = null;
  let stop: (() => void) | null = null;
  let friend: Facts | null = null;
  let facts: Facts | null = null;
  /** What the friend's page knows, as JSON. */
  let said = "";

  async function look(): Promise<void> {
    const mine = watched;
    // Before there is a way, and while it is cut, nothing is sent that could be lost.
    if (mine === null || mine.isReading || !mine.connection.hasPath) return;
    const since = mine.since ??= now();
    const reading = await read(mine);
    if (reading === null || watched !== mine) return;
    mine.readings = keep(mine.readings, reading);
    facts = gather({ readings: mine.readings, since, friend });
    tell();
    judge(facts);
  }

  async function read(from: Watched): Promise<Reading | null> {
    from.isReading = true;
    try {
      return await readConnection(from.connection.pc, now);
    } catch {
      // A connection that is being closed has no statistics.
      return null;
    } finally {
      from.isReading = false;
    }
  }

  function tell(): void {
    const text = JSON.stringify(facts);
    if (facts !== null && text !== said && context.say("hearing", facts)) said = text;
  }

  function judge(own: Facts): void {
    const lost = silentHops(own, friend);
    for (const direction of ["to-friend", "from-friend"] as const) {
      const { voice, picture } = lost[direction];
      // One's own player gets its button whatever else is silent, see below.
      const isOwnPlayer = direction === "from-friend" && voice === "sound-blocked";
      alarms.set(`voice ${direction}`, isOwnPlayer ? null : voice, direction);
      alarms.set(`picture ${direction}`, picture, direction);
    }
    alarms.set("player", own.player === "blocked" ? "sound-blocked" : null, "from-friend");
  }

  function release(): void {
    stop?.();
    stop = watched = facts = null;
    said = "";
    alarms.clear();
  }

  return {
    with(whom) {
      if (whom === holder) return;
      holder = whom;
      friend = null;
      said = "";
      alarms.forget();
    },
    follow(connection) {
      // What another life of their page said is of that life.
      friend = null;
      said = "";
      watched = { connection, since: null, readings: [], isReading: false };
      stop ??= clock.every(LOOK_MS, () => void look());
    },
    opened() {
      said = "";
      tell();
    },
    receive(body) {
      const message = v.safeParse(Facts, body);
      // Judged when it is looked next: however often they say it, no more than that.
      if (message.success) friend = message.output;
    },
    release,
    end: release,
  };
}
