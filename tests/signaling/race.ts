/**
 * Many people at the doors of the same rooms, on two server processes with one KV: two get in,
 * everybody else is told "full", and nobody sees an error.
 */
import type { ServerMessage } from "../../signaling/protocol.ts";
import type { RunningApp } from "../rig/app.ts";
import { startKvServer } from "../rig/kv_server.ts";
import { offerFor, Page } from "./page.ts";
import { socketUrl, startProcess } from "./processes.ts";

export interface RaceReport {
  readonly joins: number;
  readonly rooms: number;
  readonly seated: number;
  readonly full: number;
  /** Rooms in which not exactly two sat. */
  readonly wrongRooms: number;
  /** Answers that were neither `joined` nor `full`. */
  readonly errors: number;
  /** Seats resumed by token while the others pressed on. */
  readonly resumed: number;
  /** Resumes that failed. */
  readonly lockedOut: number;
  readonly seconds: number;
}

export interface RaceOptions {
  readonly joins: number;
  /** Four or more people at every door. */
  readonly contenders: number;
}

/** Rooms contended for at the same time. */
const ROOMS_AT_ONCE = 20;
const NO_LIMITS = {
  LIMIT_JOINS_PER_MINUTE: "10000000",
  LIMIT_NAMES_PER_MINUTE: "10000000",
  LIMIT_NEW_ROOMS_PER_HOUR: "10000000",
  LIMIT_SOCKETS_PER_ADDRESS: "100000",
};

/** One person's luck at a door. */
interface Attempt {
  readonly page: Page;
  readonly answer: ServerMessage;
}

/** Runs the race. */
export async function race({ joins, contenders }: RaceOptions): Promise<RaceReport> {
  const started = performance.now();
  await using kv = await startKvServer();
  await using one = await startProcess({ store: kv.store, env: NO_LIMITS });
  await using two = await startProcess({ store: kv.store, env: NO_LIMITS });
  const servers = [one, two];
  const count = { joins: 0, rooms: 0, seated: 0, full: 0, wrongRooms: 0, errors: 0 };
  const returns = { resumed: 0, lockedOut: 0 };

  async function contend(pages: readonly Page[]): Promise<void> {
    const room = `room ${count.rooms++}`;
    count.joins += pages.length;
    const attempts = await Promise.all(pages.map((page) => attempt(page, room)));
    const seated = attempts.filter(({ answer }) => answer.type === "joined");
    const full = attempts.filter(({ answer }) => answer.type === "full");
    count.seated += seated.length;
    count.full += full.length;
    count.errors += attempts.length - seated.length - full.length;
    if (seated.length !== 2) count.wrongRooms++;
    // The two inside lose their pages and return while the others try again.
    const [again] = await Promise.all([
      Promise.all(seated.map((inside, index) => comeBack(inside, room, servers[index % 2] ?? one))),
      Promise.all(full.map(async ({ page }) => {
        const { answer } = await attempt(page, room);
        count.joins++;
        if (answer.type === "full") count.full++;
        else count.errors++;
      })),
    ]);
    for (const { page, answer } of again) {
      if (answer.type === "joined" && answer.resumed) returns.resumed++;
      else returns.lockedOut++;
      await page.close();
    }
  }

  async function lane(index: number): Promise<void> {
    while (count.joins < joins) {
      const pages = await Promise.all(Array.from({ length: contenders }, (_, who) => {
        return Page.open(socketUrl(servers[(index + who) % 2] ?? one));
      }));
      await contend(pages);
      await Promise.all(pages.map((page) => page.close()));
    }
  }

  await Promise.all(Array.from({ length: ROOMS_AT_ONCE }, (_, index) => lane(index)));
  return { ...count, ...returns, seconds: (performance.now() - started) / 1_000 };
}

async function attempt(page: Page, room: string, token?: string): Promise<Attempt> {
  const offer = offerFor("connection-race");
  page.join(room, token === undefined ? { offer } : { offer, token });
  return { page, answer: await page.nextOf("joined", "full", "error") };
}

/** A crash and a return by token, on either server. */
async function comeBack(inside: Attempt, room: string, server: RunningApp): Promise<Attempt> {
  if (inside.answer.type !== "joined") return inside;
  const page = await Page.open(socketUrl(server));
  return await attempt(page, room, inside.answer.token);
}
