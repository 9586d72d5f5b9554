/**
 * What growth costs, as a pure function: from how much Duet is used, and what was measured of it, to
 * writes a second, the load of a mailbox, how long a join takes, and what gives way first.
 */
import { type Act, BUDGET, type Cost, mailsOf } from "./budget.ts";

/** How much Duet is used, and where. */
export interface Scenario {
  /** Rooms in which somebody is on a day. */
  readonly rooms: number;
  /** How often somebody comes into a room, a room and day. */
  readonly visits: number;
  /** How long somebody stays, minutes. */
  readonly minutes: number;
  /** Reloads, crashes and moves from one network to another, a visit. */
  readonly returns: number;
  /** How many times the average the busiest hour has. */
  readonly peak: number;
  readonly instances: number;
  /** What one call of KV takes there and back, ms. */
  readonly kvMs: number;
  /** For a million reads and a million rows written, in any currency. */
  readonly pricePerMillionReads: number;
  readonly pricePerMillionRows: number;
}

/** What one instance and one KV bear: measured, or set as a limit. */
export interface Capacity {
  /** `LIMIT_SOCKETS`. */
  readonly sockets: number;
  /** `LIMIT_MEMORY_BYTES`. */
  readonly memoryBytes: number;
  /** An instance without sockets. */
  readonly emptyBytes: number;
  readonly bytesPerSocket: number;
  /** Two people come, set a call up and leave: CPU of their instances, ms. */
  readonly cpuMsPerPair: number;
  /** One heartbeat, answered: CPU, ms. */
  readonly cpuMsPerPing: number;
  readonly kvCommitsPerSecond: number;
  /** A slow call of KV (the 95th of 100) beside one like most. */
  readonly kvSpread: number;
}

/** A resource, and how much of it is used in the busiest hour: 1 is all. */
export interface Use {
  readonly resource: string;
  readonly use: number;
  /** With these instances it gives way at so many rooms. */
  readonly breaksAtRooms: number;
  /** Whether more instances help. */
  readonly perInstance: boolean;
}

export interface Outlook {
  /** In the busiest hour. */
  readonly people: number;
  readonly joinsPerSecond: number;
  readonly readsPerSecond: number;
  readonly commitsPerSecond: number;
  readonly rowsPerSecond: number;
  readonly bytesWrittenPerSecond: number;
  /** Mails an instance gets in a second. */
  readonly mailsPerSecond: number;
  /** How long a mail is under way when the mailbox is not full, ms. */
  readonly mailMs: number;
  readonly joinP95Ms: number;
  readonly pricePerDay: number;
  /** What gives way first comes first. */
  readonly uses: readonly Use[];
}

const SECONDS_A_DAY = 86_400;
const MINUTES_A_DAY = 1_440;
/** Of a page, `TIMINGS.heartbeatMs`. */
const HEARTBEAT_SECONDS = 5;
/** A queue that is busier than this makes people wait five times the work itself, and more. */
export const GIVES_WAY_AT = 0.8;
/** A mailbox is read and emptied, one after the other, so many rows at most at a time. */
const MAILS_A_DRAIN = 100;
const CALLS_A_DRAIN = 2;
/** Half a write, half a watch, a read. */
const CALLS_OF_A_MAIL = 2;
/** A join reads the room and writes it. */
const CALLS_OF_A_JOIN = 2;
const COMMITS_OF_A_JOIN = 1;

/** What two people do who meet once: acts, and how often for one visit of one person. */
function actsOf(scenario: Scenario): readonly (readonly [Act, number])[] {
  const { instances, returns } = scenario;
  const across = 1 - 1 / instances;
  const here = 1 - across;
  return [
    ["join an empty room", 0.5],
    ["join as second", 0.5 * here],
    ["join as second, across", 0.5 * across],
    ["set up the call", 0.5 * here],
    ["set up the call, across", 0.5 * across],
    ["page closes", returns * here],
    ["page closes, across", returns * across],
    ["return by token", returns * here],
    ["return by token, across", returns * across],
    ["leave", here],
    ["leave, across", across],
  ];
}

/** What one visit asks of KV, on average. */
export function costOfVisit(scenario: Scenario): Cost & { readonly mails: number } {
  const total = { reads: 0, commits: 0, rows: 0, bytesRead: 0, bytesWritten: 0, mails: 0 };
  for (const [act, often] of actsOf(scenario)) {
    const cost = BUDGET[act];
    total.reads += cost.reads * often;
    total.commits += cost.commits * often;
    total.rows += cost.rows * often;
    total.bytesRead += cost.bytesRead * often;
    total.bytesWritten += cost.bytesWritten * often;
    total.mails += mailsOf(act) * often;
  }
  return total;
}

/** What is to be expected in the busiest hour, and of a day. */
export function outlook(scenario: Scenario, capacity: Capacity): Outlook {
  const { rooms, visits, minutes, peak, instances, kvMs } = scenario;
  const visit = costOfVisit(scenario);
  const visitsPerSecond = rooms * visits * peak / SECONDS_A_DAY;
  const people = rooms * visits * minutes * peak / MINUTES_A_DAY;
  const commitsPerSecond = visitsPerSecond * visit.commits;
  const mailsPerSecond = visitsPerSecond * visit.mails / instances;
  const cpu = (visitsPerSecond / 2 * capacity.cpuMsPerPair +
    people / HEARTBEAT_SECONDS * capacity.cpuMsPerPing) / instances / 1_000;
  const memory = capacity.emptyBytes + people / instances * capacity.bytesPerSocket;
  const mailbox = mailsPerSecond * CALLS_A_DRAIN * kvMs / 1_000 / MAILS_A_DRAIN;
  const kv = commitsPerSecond / capacity.kvCommitsPerSecond;
  const room = (use: number) => rooms * GIVES_WAY_AT / use;
  const memoryLeft = capacity.memoryBytes - capacity.emptyBytes;
  const uses: Use[] = [
    { resource: "sockets", use: people / instances / capacity.sockets, perInstance: true },
    { resource: "memory", use: memory / capacity.memoryBytes, perInstance: true },
    { resource: "CPU", use: cpu, perInstance: true },
    { resource: "mailbox", use: mailbox, perInstance: true },
    { resource: "KV commits", use: kv, perInstance: false },
  ].map((one) => ({ ...one, breaksAtRooms: breaksAt(one.resource, one.use) }));

  /** Sockets and memory may be used up; what makes people wait gives way before. */
  function breaksAt(resource: string, use: number): number {
    if (resource === "sockets") return rooms / use;
    if (resource === "memory") return rooms * memoryLeft / (memory - capacity.emptyBytes);
    return room(use);
  }

  return {
    people,
    joinsPerSecond: visitsPerSecond * (1 + scenario.returns),
    readsPerSecond: visitsPerSecond * visit.reads,
    commitsPerSecond,
    rowsPerSecond: visitsPerSecond * visit.rows,
    bytesWrittenPerSecond: visitsPerSecond * visit.bytesWritten,
    mailsPerSecond,
    mailMs: CALLS_OF_A_MAIL * kvMs,
    joinP95Ms: CALLS_OF_A_JOIN * kvMs * capacity.kvSpread +
      COMMITS_OF_A_JOIN * waitP95Ms(1_000 / capacity.kvCommitsPerSecond, kv) +
      waitP95Ms(capacity.cpuMsPerPair / 2, cpu),
    pricePerDay: rooms * visits / 1e6 *
      (visit.reads * scenario.pricePerMillionReads + visit.rows * scenario.pricePerMillionRows),
    uses: uses.toSorted((a, b) => a.breaksAtRooms - b.breaksAtRooms),
  };
}

/**
 * How long the 95th of 100 waits before one server whose work takes `workMs` on average and who is
 * busy for this part of the time (M/M/1): 0 below a twentieth, without end from 1 on.
 */
export function waitP95Ms(workMs: number, busy: number): number {
  const late = 0.05;
  if (busy >= 1) return Infinity;
  return busy <= late ? 0 : workMs / (1 - busy) * Math.log(busy / late);
}
