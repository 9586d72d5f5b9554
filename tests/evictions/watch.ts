/** Calls, comers and intruders while instances come and go; and what became of them. */
import { pause, systemClock } from "../../signaling/clock.ts";
import { encode, parseServerMessage, PROTOCOL } from "../../signaling/protocol.ts";
import { within } from "../../signaling/store/patience.ts";
import { type CallResult, startCall } from "./browser_call.ts";
import { PersistentPage } from "./persistent_page.ts";
import { type Platform, startPlatform } from "./platform.ts";

export interface EvictionPlan {
  readonly seconds: number;
  /** One instance goes each time this has passed. */
  readonly everySeconds: number;
  readonly kvRoundTripMs: number;
  /** Pairs that only speak the protocol. */
  readonly pairs: number;
  /** One call of two real browsers besides. */
  readonly browsers: boolean;
}

export interface EvictionResult {
  readonly evicted: number;
  readonly crashed: number;
  /** Seats that were taken and given back by their tokens. */
  readonly seats: number;
  readonly resumes: number;
  /** Tokens that did not open their door, and seats taken anew: somebody lost their seat. */
  readonly lostSeats: number;
  /** Longest time without a socket in the room, ms. */
  readonly longestAwayMs: number;
  /** Attempts of strangers on full rooms, and those that got in. */
  readonly attempts: number;
  readonly takeovers: readonly Takeover[];
  /** Joins of new rooms all the while, ms. */
  readonly joins: readonly number[];
  readonly failedJoins: number;
  /** Of the two browsers; `null`: none. */
  readonly call: CallResult | null;
}

/** A stranger in a seat, and how long its room's holders had been away, ms. */
export interface Takeover {
  readonly room: string;
  readonly awayMs: readonly number[];
}

const INSTANCES = 3;
/** How long a stranger waits between two tries, and somebody new before a room of their own. */
const INTRUDER_MS = 500;
const NEWCOMER_MS = 500;
/** Where a question without an answer is given up. */
const ANSWER_MS = 15_000;
/** Every fourth instance does not stop but crashes. */
const CRASH_EVERY = 4;

/** Runs the plan from the first call to the last, a replacement of all instances at its end. */
export async function watchEvictions(plan: EvictionPlan): Promise<EvictionResult> {
  const { kvRoundTripMs } = plan;
  await using platform = await startPlatform({ instances: INSTANCES, kvRoundTripMs });
  const socketUrl = platform.url.replace(/^http:\/\/localhost/, "ws://127.0.0.1") + "ws";
  await using people = new AsyncDisposableStack();
  const pages = Array.from({ length: 2 * plan.pairs }, (_, index) => {
    return people.use(new PersistentPage(socketUrl, `room ${Math.floor(index / 2)}`));
  });
  await Promise.all(pages.map((page) => page.sit()));
  const call = plan.browsers ? people.use(await startCall(platform.url)) : null;

  const over = new AbortController();
  const intrusion = intrude(socketUrl, pages, over.signal);
  const joining = join(socketUrl, over.signal);
  const texting = call?.text(over.signal);
  const ended = await replaceInstances(platform, plan);
  over.abort();
  const [attempts, takeovers] = await intrusion;
  const [joins, failedJoins] = await joining;
  await texting;
  const records = pages.map(({ record }) => record);
  return {
    ...ended,
    seats: pages.length,
    resumes: sum(records.map(({ resumed }) => resumed)),
    lostSeats: sum(records.map(({ taken, turnedAway }) => taken - 1 + turnedAway)),
    longestAwayMs: Math.round(Math.max(0, ...records.map(({ longestAwayMs }) => longestAwayMs))),
    attempts,
    takeovers,
    joins,
    failedJoins,
    call: call === null ? null : await call.result(),
  };
}

async function replaceInstances(platform: Platform, { seconds, everySeconds }: EvictionPlan) {
  let evicted = 0;
  let crashed = 0;
  const startedAt = performance.now();
  for (let round = 1; round <= seconds / everySeconds; round++) {
    // A replacement that took longer is followed by the next at once.
    const dueMs = startedAt + round * everySeconds * 1_000 - performance.now();
    await pause(systemClock, Math.max(0, dueMs));
    const crash = round % CRASH_EVERY === 0;
    await platform.replace(crash ? "crashed" : "evicted");
    if (crash) crashed++;
    else evicted++;
  }
  await platform.replaceAll();
  return { evicted: evicted + INSTANCES, crashed };
}

/** Strangers without a token at every door. @returns attempts, and who got in */
async function intrude(
  url: string,
  pages: readonly PersistentPage[],
  signal: AbortSignal,
): Promise<[number, Takeover[]]> {
  const rooms = new Set(pages.map(({ room }) => room));
  const takeovers: Takeover[] = [];
  let attempts = 0;
  while (!signal.aborted) {
    await pause(systemClock, INTRUDER_MS);
    // All doors at once: whoever is asked just when an instance goes is the one who might get in.
    await Promise.all([...rooms].map(async (room) => {
      const holders = pages.filter((page) => page.room === room);
      const answer = await tryRoom(url, room);
      if (answer === "full" || answer === "joined") attempts++;
      const awayMs = holders.map((page) => Math.round(page.awayMs));
      if (answer === "joined") takeovers.push({ room, awayMs });
    }));
  }
  return [attempts, takeovers];
}

/** Somebody new in a room of their own, again and again. @returns what each took, and failures */
async function join(url: string, signal: AbortSignal): Promise<[number[], number]> {
  const took: number[] = [];
  let failed = 0;
  for (let count = 0; !signal.aborted; count++) {
    await pause(systemClock, NEWCOMER_MS);
    let answeredMs = 0;
    const answer = await tryRoom(url, `new room ${count}`, (ms) => answeredMs = ms);
    if (answer === "joined") took.push(answeredMs);
    else failed++;
  }
  return [took, failed];
}

/** @returns the answer's type, or `gone` when the socket went first */
async function tryRoom(
  url: string,
  room: string,
  timed: (ms: number) => void = () => undefined,
): Promise<string> {
  const socket = new WebSocket(url, PROTOCOL);
  const answer = Promise.withResolvers<string>();
  let askedAt = 0;
  socket.onmessage = ({ data }) => {
    const parsed = parseServerMessage(data);
    if (!parsed.ok) throw new Error(`The server broke the protocol: ${parsed.reason}`);
    const { type } = parsed.message;
    if (type === "welcome") {
      askedAt = performance.now();
      const request = crypto.randomUUID();
      const session = crypto.randomUUID();
      return socket.send(
        encode({ type: "join", request, room, session, connection: null, offer: null }),
      );
    }
    timed(performance.now() - askedAt);
    if (type === "joined") socket.send(encode({ type: "leave" }));
    answer.resolve(type);
  };
  socket.onerror = (event) => event.preventDefault();
  socket.onclose = () => answer.resolve("gone");
  try {
    return await within(answer.promise, { clock: systemClock, ms: ANSWER_MS }).catch(() => "late");
  } finally {
    socket.close();
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
