/** Lives that once ended in a dead end, on an engine before this one or in these models; by rule. */
import { assertEquals } from "@std/assert";
import { liveGuarded } from "./run/lives.ts";
import type { Happening } from "./schedule/happenings.ts";
import { type Script, script } from "./schedule/script.ts";

/** The same script meets so many draws of delays and names. */
const DRAWS = 15;

const ANN = 0, BEN = 1, CLEO = 2;

function cut(who: number, wire: "server" | "friends"): Happening {
  return { kind: "cut", who, wire, way: "both" };
}

function write(who: number, count = 1): Happening {
  return { kind: "write", who, count };
}

const LIVES: readonly Script[] = [
  {
    name: "a seat asked for again while KV fails is asked for until the server can say",
    schedule: [[6, { kind: "kv", mood: "failing" }, 15], [7, { kind: "move", who: ANN }]],
  },
  {
    name: "a seat asked for again while KV is away is asked for until the server can say",
    instances: 2,
    schedule: [[6, { kind: "kv", mood: "away" }, 20], [7, cut(BEN, "server"), 6]],
  },
  {
    name: "cancelled while KV is slow, another room chosen: the late answer moves nobody",
    schedule: [
      [0, { kind: "kv", mood: "slow" }, 12],
      [2.2, { kind: "other-room", who: BEN }],
      [2.9, { kind: "other-room", who: ANN }],
    ],
  },
  {
    name: "cancelled while KV is away: the seat that comes late is given back",
    schedule: [
      [0.5, { kind: "kv", mood: "away" }, 6],
      [3, { kind: "cancel", who: ANN }],
      [15, { kind: "join", who: ANN }],
    ],
  },
  {
    name: "texts written after a friend was given up for lost reach the friend who returns",
    schedule: [
      [5, write(ANN)],
      [6, { kind: "crash", who: BEN }, 22],
      [6.3, write(ANN, 2)],
      [40, write(ANN, 2)],
      [41, write(BEN, 2)],
    ],
  },
  {
    name: "a network hint between the offer and its answer does not lose the call",
    schedule: [
      [0.8, { kind: "kv", mood: "slow" }, 6],
      [2.2, { kind: "link", who: BEN }, 0.3],
      [2.9, { kind: "move", who: BEN }],
    ],
  },
  ...([403, 429, 503] as const).map((status): Script => ({
    name: `upgrades refused with ${status} while the call stands still: no storm of sockets`,
    schedule: [[6, { kind: "refuse", status }, 10], [6.1, { kind: "move", who: ANN }]],
  })),
  {
    name: "a hold that ran out while media flowed is not used up: the later stall ends",
    schedule: [
      [6, cut(ANN, "server"), 54],
      [45, { kind: "link", who: ANN }, 12],
      [46, { kind: "leave", who: ANN }],
    ],
  },
  {
    name: "a hold that ran out while media flowed: both come back when the server can be reached",
    schedule: [[6, cut(ANN, "server"), 25], [24, cut(ANN, "friends"), 10]],
  },
  {
    name: "a socket blip in front of a full room joins nobody who did not agree",
    people: [{}, {}, { whenFull: "looks" }],
    schedule: [
      [10, { kind: "leave", who: ANN }],
      [15, { kind: "kill", instance: 0 }, 1],
    ],
  },
  {
    name: "an error in front of a full room does not stop the automatic retry",
    people: [{}, {}, {}],
    schedule: [
      [8, { kind: "kv", mood: "failing" }, 12],
      [16, { kind: "leave", who: BEN }],
      [17, { kind: "link", who: CLEO }, 1],
    ],
  },
  {
    name: "a camera lost and found in a call, and KV away while joining, leave nothing behind",
    schedule: [
      [0.5, { kind: "kv", mood: "away" }, 14],
      [20, { kind: "device", who: ANN, device: "camera" }, 3],
      [20, { kind: "device", who: BEN, device: "microphone" }, 5],
    ],
  },
  {
    name: "left while an answer was being made: the screens go on",
    people: [{}, { opensAtMs: 2_500 }],
    schedule: [[1.4, { kind: "freeze", who: ANN }, 20], [17, { kind: "leave", who: ANN }]],
  },
  {
    name: "a restart offer said again is no new call for the page that reloaded",
    instances: 2,
    delayMs: 2,
    schedule: [
      [9.4, { kind: "move", who: BEN }],
      [10.2, { kind: "kv", mood: "away" }, 18],
      [11.4, { kind: "reload", who: ANN }, 1],
      [15.2, write(BEN)],
    ],
  },
  {
    name: "a machine that moved while the person read the prompt still has a way to its friend",
    schedule: [[0.25, { kind: "move", who: ANN }], [1.15, { kind: "move", who: BEN }]],
  },
  {
    name: "no way between the browsers: both read so, and go on reading it",
    direct: false,
    schedule: [[24, write(ANN)]],
  },
  {
    name: "no way between the browsers: the answerer of every new offer reads so, too",
    direct: false,
    exclusive: true,
    delayMs: 80,
    people: [{}, { engine: "firefox", opensAtMs: 3_000 }],
    schedule: [[21.5, { kind: "reload", who: ANN }, 1.2], [21.9, { kind: "sleep", who: BEN }, 1.9]],
  },
  {
    name: "who is refused at the door while KV is away reads so when it is back",
    instances: 2,
    kvLatencyMs: 40,
    delayMs: 2,
    people: [{ engine: "firefox", opensAtMs: 2_670 }, { lets: false, asksFirst: true }],
    schedule: [[10, { kind: "duplicate", who: ANN }], [11.94, { kind: "kv", mood: "away" }, 10]],
  },
  {
    name: "a lost leave said again before the restarted server has opened its KV breaks nothing",
    exclusive: true,
    people: [{ engine: "firefox" }, {}],
    schedule: [
      [3.5, { kind: "kv", mood: "failing" }, 8],
      [4, { kind: "stop", instance: 0 }, 1],
      [4.1, { kind: "leave", who: BEN }],
      [4.2, { kind: "leave", who: ANN }],
      [20, { kind: "join", who: ANN }],
      [20, { kind: "join", who: BEN }],
    ],
  },
  {
    name: "news of an older seat that come late from a paused instance hide nobody",
    instances: 2,
    kvLatencyMs: 40,
    schedule: [
      [13.8, { kind: "pause", instance: 1 }, 18],
      [13.8, { kind: "move", who: ANN }],
      [13.95, { kind: "close", who: ANN }, 14],
    ],
  },
  {
    name: "a leave said again while the friend sits down anew is told to them",
    kvLatencyMs: 40,
    people: [{ engine: "firefox" }, { opensAtMs: 0 }],
    schedule: [
      [21.19, { kind: "kv", mood: "away" }, 18.57],
      [21.22, { kind: "move", who: ANN }],
      [21.34, { kind: "kill", instance: 0 }, 12.73],
      [21.46, { kind: "other-room", who: ANN }],
    ],
  },
  {
    name:
      "an outage of KV that is over makes nobody wait long for who has gone with their instance",
    instances: 2,
    kvLatencyMs: 1,
    people: [{ engine: "firefox", opensAtMs: 3_560 }, { engine: "firefox", opensAtMs: 3_590 }],
    schedule: [
      [13.12, { kind: "kv", mood: "away" }, 21.8],
      [14.95, { kind: "link", who: ANN }, 22.58],
      [15.93, { kind: "other-room", who: BEN }],
      [17.87, { kind: "close", who: BEN }, 2.92],
      [21.92, { kind: "stop", instance: 1 }, 19.98],
    ],
  },
  {
    name: "a friend who comes back while an instance is paused is met",
    instances: 2,
    kvLatencyMs: 40,
    schedule: [
      [12, { kind: "kill", instance: 0 }, 2],
      [13.5, { kind: "pause", instance: 1 }, 9],
      [14, { kind: "move", who: ANN }],
      [14.5, { kind: "move", who: BEN }],
    ],
  },
  {
    name: "the instance of a friend who is gone stops: the other one hears of it",
    instances: 2,
    schedule: [
      [14.7, { kind: "move", who: BEN }],
      [14.7, { kind: "other-room", who: BEN }],
      [23.3, { kind: "stop", instance: 0 }, 2],
      [23.3, { kind: "stop", instance: 1 }, 2],
    ],
  },
];

for (const life of LIVES) {
  Deno.test(`simulation: ${life.name}`, async () => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const plan = script({ ...life, name: `${life.name} ${draw}` });
      const { breaches } = await liveGuarded(plan);
      assertEquals(breaches, []);
    }
  });
}
