/** Random walks of the reducer: events a browser, a server and a friend could make, in any order. */
import fc from "npm:fast-check@^4.3";
import type { Effect } from "../../call/machine/effects.ts";
import type { CallEvent, TimerName } from "../../call/machine/events.ts";
import { reduce } from "../../call/machine/reduce.ts";
import { type Call, initialCall, keptLinkOf, linkOf, requestOf } from "../../call/machine/state.ts";
import type { Signal } from "../../signaling/protocol.ts";
import { errorMessage, joinedMessage } from "./server_messages.ts";

/** What is known beside the call: enough to make events that fit. */
export interface Around {
  readonly call: Call;
  /** The question before the one that is asked now. */
  readonly staleRequest: string;
  readonly timers: ReadonlySet<TimerName>;
}

export type RandomMove = (around: Around) => CallEvent;

/** One event and everything it did. */
export interface Trace {
  readonly before: Call;
  readonly event: CallEvent;
  readonly call: Call;
  readonly effects: readonly Effect[];
  /** Timers that run after it. */
  readonly timers: ReadonlySet<TimerName>;
  /** The connection that exists after it. */
  readonly connection: string | null;
  /** Whether camera and microphone are (or come) on after it. */
  readonly media: boolean;
}

const PEERS = [
  { session: "friend-1", holder: "holder-friend" },
  { session: "friend-2", holder: "holder-friend" },
  { session: "stranger-1", holder: "holder-stranger" },
] as const;
const peer = fc.constantFrom(...PEERS);
const link = fc.constantFrom("AA-small-1", "zz-great-1", "of-question");
const room = fc.constantFrom("Kitchen", "Garden", "", "   ");
const wait = fc.option(fc.constantFrom(0, 700, 20_000));
const TIMERS = ["answer", "rejoin", "retry-full", "hold", "vouch", "offer"] as const;

function always(event: fc.Arbitrary<CallEvent>): fc.Arbitrary<RandomMove> {
  return event.map((event) => () => event);
}

const person = always(fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<CallEvent>(
      { type: "try-again" },
      { type: "call-again" },
      { type: "call-again" },
      { type: "try-connection" },
      { type: "let-in" },
      { type: "keep-talking" },
    ),
  },
  // What ends everything comes now and then only: it would be all that is looked at.
  {
    weight: 1,
    arbitrary: fc.constantFrom<CallEvent>(
      { type: "leave" },
      { type: "cancel" },
      { type: "other-room" },
    ),
  },
  { weight: 3, arbitrary: room.map((room): CallEvent => ({ type: "join", room })) },
  { weight: 2, arbitrary: fc.boolean().map((on): CallEvent => ({ type: "auto-retry", on })) },
  { weight: 2, arbitrary: fc.boolean().map((on): CallEvent => ({ type: "ask-first", on })) },
));

const world = always(fc.constantFrom<CallEvent>(
  { type: "media-ready" },
  { type: "media-failed", problem: { cause: "in-use", devices: [] } },
  { type: "return-to", room: "Kitchen" },
  { type: "socket-open" },
  { type: "socket-down" },
));

const answer: fc.Arbitrary<RandomMove> = fc.record({
  late: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  kind: fc.constantFrom("joined", "joined", "joined", "full", "error", "sent", "failed"),
  peer: fc.option(peer),
  present: fc.boolean(),
  resumed: fc.boolean(),
  offered: fc.boolean(),
  code: fc.constantFrom("unavailable" as const, "rate-limited" as const, "bad-room-name" as const),
  retryInMs: wait,
}).map((pick) => ({ call, staleRequest }) => {
  const { kind, peer, present, code, retryInMs } = pick;
  const request = pick.late ? staleRequest : requestOf(call.state) ?? staleRequest;
  switch (kind) {
    case "full":
      return {
        type: "server",
        message: { type: "full", request, room: "Kitchen", retryInMs, firstInLine: false },
      };
    case "error":
      return { type: "server", message: errorMessage(code, { request, retryInMs }) };
    case "sent":
      // A page that names its connection takes no offer along.
      return {
        type: "join-sent",
        request,
        offered: pick.offered && keptLinkOf(call.state) === null ? `offer-of-${request}` : null,
        known: peer?.holder ?? null,
      };
    case "failed":
      return { type: "join-failed", request };
    default: {
      const { resumed } = pick;
      const message = joinedMessage(request, { resumed, peer: peer && { ...peer, present } });
      return { type: "server", message };
    }
  }
});

const signal: fc.Arbitrary<Signal> = fc.oneof(
  link.map((connection): Signal => ({ kind: "offer", connection, id: "00000001", sdp: "v=0" })),
  link.map((connection): Signal => ({ kind: "answer", connection, id: "00000001", sdp: "v=0" })),
  link.map((connection): Signal => ({ kind: "candidate", connection, candidate: null })),
  link.map((connection): Signal => ({ kind: "restart", connection })),
  link.map((connection): Signal => ({ kind: "asking", connection })),
);

const offer = link.map((connection) =>
  ({ kind: "offer", connection, id: "00000001", sdp: "v=0" }) as const
);

const news = always(
  fc.oneof(
    fc.record({
      type: fc.constant("arrived" as const),
      peer,
      resumed: fc.boolean(),
      connection: fc.option(link),
      offer: fc.option(offer),
    }).map(({ peer, ...rest }) => ({ ...peer, ...rest })),
    fc.record({
      type: fc.constant("away" as const),
      session: peer.map(({ session }) => session),
      reason: fc.constantFrom("closing" as const, "lost" as const),
      holdMs: fc.nat(15_000),
    }),
    fc.record({
      type: fc.constant("left" as const),
      session: peer.map(({ session }) => session),
    }),
    fc.record({
      type: fc.constant("signal" as const),
      from: peer.map(({ session }) => session),
      signal,
    }),
  ).map((message): CallEvent => ({ type: "server", message })),
);

const end = always(
  fc.constantFrom({ type: "elsewhere" } as const, { type: "refused" } as const)
    .map((message): CallEvent => ({ type: "server", message })),
);

const connection: fc.Arbitrary<RandomMove> = fc.record({
  type: fc.constantFrom(
    "link-agreed" as const,
    "link-flowing" as const,
    "link-flowing" as const,
    "link-weak" as const,
    "link-stalled" as const,
    "link-failed" as const,
    "link-stale" as const,
    "link-no-path" as const,
    "link-goodbye" as const,
    "link-forged" as const,
    "link-signal" as const,
  ),
  stale: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  signal,
}).map(({ type, stale, signal }) => ({ call }) => {
  const link = stale ? "link-gone-1" : linkOf(call.state)?.id ?? "link-gone-1";
  return type === "link-signal" ? { type, link, signal } : { type, link };
});

/** Mostly one that runs; now and then one that struck before it was stopped. */
const timer: fc.Arbitrary<RandomMove> = fc.record({
  stray: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  pick: fc.nat(100),
}).map(({ stray, pick }) => ({ timers }) => {
  const from = stray || timers.size === 0 ? TIMERS : [...timers];
  return { type: "timer", timer: from[pick % from.length] ?? "answer" };
});

const move = fc.oneof(
  { arbitrary: person, weight: 16 },
  { arbitrary: world, weight: 16 },
  { arbitrary: answer, weight: 40 },
  { arbitrary: news, weight: 32 },
  { arbitrary: end, weight: 1 },
  { arbitrary: connection, weight: 32 },
  { arbitrary: timer, weight: 20 },
);

const SEATED: readonly RandomMove[] = [
  () => ({ type: "socket-open" }),
  () => ({ type: "media-ready" }),
  () => ({ type: "join", room: "Kitchen" }),
  ({ call }) => ({
    type: "join-sent",
    request: requestOf(call.state) ?? "",
    offered: "of-question",
    known: null,
  }),
  ({ call }) => ({
    type: "server",
    message: joinedMessage(requestOf(call.state) ?? "", { peer: { ...PEERS[0], present: true } }),
  }),
];
const FLOWING: readonly RandomMove[] = [
  ...SEATED,
  ({ call }) => ({ type: "link-flowing", link: linkOf(call.state)?.id ?? "" }),
];

const anything = fc.array(move, { maxLength: 80, size: "max" });
/** From the first page view, from a seat and from a call: random events alone rarely get there. */
export const walks: fc.Arbitrary<readonly RandomMove[]> = fc.oneof(
  anything,
  anything.map((moves) => [...SEATED, ...moves]),
  anything.map((moves) => [...FLOWING, ...moves]),
);

/** Walks and reports every step. */
export function walk(moves: readonly RandomMove[], look: (trace: Trace) => void): void {
  let call = initialCall({ room: "", enter: false });
  let staleRequest = "request-long-ago";
  let connection: string | null = null;
  let media = true;
  const timers = new Set<TimerName>();
  moves.forEach((move, index) => {
    const event = move({ call, staleRequest, timers });
    if (event.type === "timer") timers.delete(event.timer);
    const before = call;
    const step = reduce(call, event, { now: 1_000_000 + index, id: `m-${index}` });
    call = step.call;
    for (const effect of step.effects) {
      if (effect.type === "start-timer") timers.add(effect.timer);
      if (effect.type === "stop-timer") timers.delete(effect.timer);
      if (effect.type === "adopt" || effect.type === "offer") connection = effect.link;
      if (effect.type === "answer") connection = effect.offer.connection;
      if (effect.type === "close-link") connection = null;
      if (effect.type === "acquire-media") media = true;
      if (effect.type === "release-media") media = false;
    }
    const asked = requestOf(before.state);
    if (asked !== null && asked !== requestOf(call.state)) staleRequest = asked;
    look({ before, event, call, effects: step.effects, timers, connection, media });
  });
}
