import { assert, assertEquals } from "@std/assert";
import fc from "npm:fast-check@^4.3";
import type { CallEvent } from "../../call/machine/events.ts";
import { reduce } from "../../call/machine/reduce.ts";
import { type Call, initialCall, isSeated } from "../../call/machine/state.ts";
import type { ServerMessage } from "../../signaling/protocol.ts";

const session = fc.constantFrom("friend-1", "friend-2");
const link = fc.constantFrom("link-aaaa1", "link-bbbb2");
const room = fc.constantFrom("Kitchen", "Garden", "", "   ");
const offer = link.map((link) => ({ kind: "offer", link, id: "00000001", sdp: "v=0" }) as const);

const serverMessage: fc.Arbitrary<ServerMessage> = fc.oneof(
  fc.record({
    type: fc.constant("joined" as const),
    room: fc.constant("Kitchen"),
    seat: fc.constantFrom(0 as const, 1 as const),
    token: fc.constant("token-0123456789"),
    resumed: fc.boolean(),
    peer: fc.option(fc.record({ session, present: fc.boolean() })),
  }),
  fc.record({
    type: fc.constant("full" as const),
    room: fc.constant("Kitchen"),
    retryInMs: fc.option(fc.nat(20_000)),
  }),
  fc.record({
    type: fc.constant("arrived" as const),
    session,
    link: fc.option(link),
    offer: fc.option(offer),
  }),
  fc.record({
    type: fc.constant("away" as const),
    session,
    reason: fc.constantFrom("closing" as const, "lost" as const),
    holdMs: fc.nat(15_000),
  }),
  fc.record({ type: fc.constant("left" as const), session }),
  fc.constant({ type: "elsewhere" } as const),
);

const event: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constantFrom<CallEvent>(
    { type: "try-again" },
    { type: "cancel" },
    { type: "leave" },
    { type: "call-again" },
    { type: "other-room" },
    { type: "media-ready" },
    { type: "media-failed", problem: { cause: "in-use", devices: [] } },
    { type: "socket-open" },
    { type: "socket-down" },
    { type: "timer", timer: "hold" },
    { type: "timer", timer: "retry-full" },
  ),
  fc.record({ type: fc.constant("join" as const), room }),
  fc.record({ type: fc.constant("auto-retry" as const), on: fc.boolean() }),
  fc.record({ type: fc.constant("server" as const), message: serverMessage }),
  fc.record({
    type: fc.constantFrom(
      "link-begun" as const,
      "link-flowing" as const,
      "link-weak" as const,
      "link-stalled" as const,
      "link-failed" as const,
      "link-no-path" as const,
      "link-goodbye" as const,
    ),
    link,
  }),
);

/** Runs `events` and looks at every step. */
function walk(events: readonly CallEvent[], look: (before: Call, event: CallEvent) => void): void {
  let call = initialCall({ room: "", enter: false });
  events.forEach((event, index) => {
    look(call, event);
    call = reduce(call, event, index).call;
  });
}

/** From the first page view, and from a seat: random events alone rarely get that far. */
const SEATED: readonly CallEvent[] = [
  { type: "socket-open" },
  { type: "media-ready" },
  { type: "join", room: "Kitchen" },
  {
    type: "server",
    message: {
      type: "joined",
      room: "Kitchen",
      seat: 1,
      token: "token-0123456789",
      resumed: false,
      peer: { session: "friend-1", present: true },
    },
  },
  { type: "link-begun", link: "link-aaaa1" },
];
const anything = fc.array(event, { maxLength: 60 });
const events = fc.oneof(anything, anything.map((list) => [...SEATED, ...list]));

Deno.test("machine: whatever happens, without a seat there is no link and nothing flows", () => {
  fc.assert(fc.property(events, (events) => {
    walk(events, (call) => {
      if (!isSeated(call.state)) assertEquals([call.link, call.flowing], [null, false]);
    });
  }));
});

Deno.test("machine: a lost socket changes nothing but whether we are online", () => {
  fc.assert(fc.property(events, (events) => {
    walk(events, (call) => {
      const step = reduce(call, { type: "socket-down" }, 0);
      assertEquals(step, { call: { ...call, online: false }, effects: [] });
    });
  }));
});

Deno.test("machine: a seat is given up only by leaving, or when it is used elsewhere or lost", () => {
  fc.assert(fc.property(events, (events) => {
    walk(events, (call, event) => {
      if (!isSeated(call.state)) return;
      const { call: after } = reduce(call, event, 0);
      if (isSeated(after.state)) return;
      const why = event.type === "server" ? event.message.type : event.type;
      assert(["leave", "elsewhere", "full"].includes(why), why);
    });
  }));
});

Deno.test("machine: who is seated and comes online asks for the same room again", () => {
  fc.assert(fc.property(events, (events) => {
    walk(events, (call) => {
      if (!isSeated(call.state)) return;
      const { effects } = reduce(call, { type: "socket-open" }, 0);
      assertEquals(effects, [{ type: "join", room: call.state.room, link: call.link }]);
    });
  }));
});
