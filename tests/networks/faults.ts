/** The faults of the matrix: how each is brought about, and from when on recovery counts. */
import { pause, systemClock } from "../../signaling/clock.ts";
import type { Scene } from "./scene.ts";

export type Who = "first" | "second";

export interface Fault {
  readonly name: string;
  /** The page of the person it happens to is a new one afterwards. */
  readonly newPage: boolean;
  /** Goals of the reliability page: recovery within this, ms; `null`: none was set. */
  readonly goalMs: number | null;
  /**
   * Brings the fault about.
   * @returns what ends it, and tells when that was (ms since the epoch): recovery counts from there
   */
  readonly strike: (scene: Scene, who: Who) => Promise<() => Promise<number>>;
}

/** A page that is opened counts from its navigation, as its own clock says. */
async function openedAt(scene: Scene, who: Who): Promise<number> {
  return await scene[who].page.evaluate(() => performance.timeOrigin);
}

function side(scene: Scene, who: Who) {
  return who === "first" ? scene.network.a : scene.network.b;
}

function cut(seconds: number): Fault {
  return {
    name: `link cut ${seconds} s`,
    newPage: false,
    goalMs: 1_000,
    async strike(scene, who) {
      await side(scene, who).linkDown();
      return async () => {
        await pause(systemClock, seconds * 1_000);
        await side(scene, who).linkUp();
        return Date.now();
      };
    },
  };
}

/** Names of faults, separated by commas: `bench:calls` repeats some of them. */
export const FAULTS_VARIABLE = "DUET_FAULTS";

/** All of them, if not told otherwise. */
export function chosenFaults(): readonly Fault[] {
  const chosen = Deno.env.get(FAULTS_VARIABLE)?.split(",") ?? null;
  return chosen === null
    ? FAULTS
    : [...FAULTS, ...MORE_FAULTS].filter(({ name }) => chosen.includes(name));
}

export const FAULTS: readonly Fault[] = [
  {
    name: "process killed",
    newPage: true,
    goalMs: 1_000,
    async strike(scene, who) {
      await scene[who].crash();
      return async () => {
        await scene.comeBack(who);
        await scene[who].open(scene.address);
        return await openedAt(scene, who);
      };
    },
  },
  {
    name: "reload",
    newPage: true,
    goalMs: 1_000,
    async strike(scene, who) {
      await scene[who].reload();
      return () => openedAt(scene, who);
    },
  },
  cut(5),
  cut(20),
  {
    name: "address change",
    newPage: false,
    goalMs: 1_000,
    async strike(scene, who) {
      await side(scene, who).changeAddress();
      const endedAt = Date.now();
      return async () => {
        // What was on its way still comes: recovery begins when nothing does.
        await Promise.all([scene.first.waitStanding(), scene.second.waitStanding()]);
        return endedAt;
      };
    },
  },
  {
    name: "server killed",
    newPage: false,
    goalMs: 0,
    async strike(scene) {
      await scene.app.kill9();
      const endedAt = Date.now();
      return async () => {
        await scene.restartServer();
        return endedAt;
      };
    },
  },
  {
    name: "server and link at once",
    newPage: false,
    goalMs: 1_000,
    async strike(scene, who) {
      await Promise.all([scene.app.kill9(), side(scene, who).linkDown()]);
      return async () => {
        await pause(systemClock, 5_000);
        await scene.restartServer();
        await side(scene, who).linkUp();
        return Date.now();
      };
    },
  },
];

/** Those that `bench:calls` brings about besides. */
export const MORE_FAULTS: readonly Fault[] = [
  {
    name: "router silent 5 s",
    newPage: false,
    goalMs: 1_000,
    async strike(scene, who) {
      // The link is up, and nobody is told that nothing passes.
      const undo = await side(scene, who).cut();
      return async () => {
        await pause(systemClock, 5_000);
        await undo();
        return Date.now();
      };
    },
  },
];
