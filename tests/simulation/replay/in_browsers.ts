/** Lives a replay in real browsers; the model's accounts say what each round is waited for. */
import { assertEquals } from "@std/assert";
import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Account, Connections } from "./account.ts";
import { perform, type Replayable, type Undo } from "./acts.ts";
import { planOf, type Replay, type Round, roundsOf } from "./replay.ts";
import { isOnline, readThread, waitScreen } from "./screen.ts";
import { type Player, setStage, type Stage, type Theatre } from "./stage.ts";

/**
 * Does what the schedule says, round by round, and after each waits until every screen shows what
 * the model's does; whatever else is in the accounts must then be the same.
 */
export async function liveInBrowsers(
  theatre: Theatre,
  replay: Replay,
  { room, expected }: {
    readonly room: string;
    readonly expected: readonly (readonly Account[])[];
  },
): Promise<void> {
  const stage = setStage(theatre, { room, setting: planOf(replay, 0).setting });
  const connections = new Connections<string>();
  const undos = new Map<Replayable, Undo>();
  for (const [index, round] of roundsOf(replay).entries()) {
    await play(stage, round, undos);
    const wanted = expected[index] ?? [];
    // Also where somebody waits in vain it is told how everybody's screen differs.
    const waits = await Promise.allSettled(
      wanted.map((account) => settle(stage, account, connections)),
    );
    const troubles = waits.flatMap((wait) => wait.status === "rejected" ? [`${wait.reason}`] : []);
    const seen: Account[] = [];
    for (const player of stage.players.filter(({ isHere }) => isHere)) {
      const number = wanted.findIndex(({ name }) => name === player.name);
      const isSettled = waits[number]?.status === "fulfilled";
      const friend = isSettled ? wanted[number]?.sees ?? null : null;
      seen.push(await look(player, { connections, friend }));
    }
    const where = `after round ${index + 1} of "${replay.name}"`;
    assertEquals(seen, wanted, [where, ...troubles].join("\n"));
    assertEquals(troubles, [], where);
  }
  // Nobody goes on calling behind the next replay.
  for (const { person } of stage.players) await person.page.goto("about:blank");
}

/** One thing after the other, none before its time: the pauses between them are the fault. */
async function play(stage: Stage, { deeds }: Round, undos: Map<Replayable, Undo>): Promise<void> {
  const beganAt = Date.now();
  const [first] = deeds;
  for (const deed of deeds) {
    const dueMs = deed.atMs - (first?.atMs ?? 0);
    await pause(systemClock, Math.max(0, dueMs - (Date.now() - beganAt)));
    if (deed.kind === "open") {
      await stage.players[deed.who]?.open();
    } else if (deed.kind === "begin") {
      const undo = await perform(stage, deed.what);
      if (undo !== null) undos.set(deed.what, undo);
    } else {
      await undos.get(deed.what)?.();
    }
  }
}

/** Waits until somebody's screen shows what the model's shows, and the friend is seen and heard. */
async function settle(
  { players }: Stage,
  account: Account,
  connections: Connections<string>,
): Promise<void> {
  const player = playerOf(players, account.name);
  // What the old connection still plays is no sign of the new one.
  if (account.connection === "new") {
    await player.person.waitOtherConnection(connections.last(account.name));
  }
  const friend = account.sees === null ? null : playerOf(players, account.sees);
  if (friend !== null) {
    await player.person.waitState(account.reads);
    await player.person.waitFrames(2);
    await player.person.expectSees(friend.person);
  }
  // The screen says nothing of a server that is away for a moment only.
  if (account.online) await player.seated();
  await waitScreen(player.person, account);
}

async function look(
  { name, person }: Player,
  { connections, friend }: {
    readonly connections: Connections<string>;
    /** Whose picture and voice were just seen and heard. */
    readonly friend: string | null;
  },
): Promise<Account> {
  const reads = await person.state() as Account["reads"];
  const isInCall = reads === "connecting" || reads === "connected" || reads === "reconnecting";
  const current = await person.currentConnection();
  return {
    name,
    reads,
    sees: current === undefined ? null : friend,
    connection: connections.look(name, current),
    online: isInCall ? await isOnline(person) : null,
    thread: isInCall ? await readThread(person) : null,
  };
}

function playerOf(players: Stage["players"], wanted: string): Player {
  const player = players.find(({ name }) => name === wanted);
  if (player === undefined) throw new Error(`Cannot find ${wanted} on the stage`);
  return player;
}
