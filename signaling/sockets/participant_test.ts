import { assertEquals } from "@std/assert";
import { Addresses } from "../limits/addresses.ts";
import { DEFAULT_LIMITS } from "../limits/limits.ts";
import { socketRates } from "../limits/socket_rates.ts";
import { systemClock } from "../clock.ts";
import type { ServerMessage } from "../protocol.ts";
import { Relay } from "../relay/relay.ts";
import type { SeatNotice } from "../relay/mail.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { systemSecrets } from "../rooms/tokens.ts";
import { Unavailable } from "../store/patience.ts";
import { createTelemetry } from "../telemetry/metrics.ts";
import { TIMINGS } from "../timings.ts";
import { Leaving } from "./leaving.ts";
import type { Line } from "./line.ts";
import { Participant } from "./participant.ts";
import type { Services } from "./services.ts";

interface Place {
  readonly participant: Participant;
  readonly sent: ServerMessage[];
  /** Where it sits. */
  readonly seating: string;
}

/** A page alone in a room, and everything it is told; `rooms` as given. */
async function inside(rooms: Partial<Rooms> = {}): Promise<Place> {
  const sent: ServerMessage[] = [];
  const line: Line = {
    closed: false,
    receive() {},
    send: (message) => sent.push(message),
    mistake() {},
    hangUp() {},
  };
  const seatings: string[] = [];
  const telemetry = createTelemetry();
  const alone = {
    ...{ kind: "seated", seat: 0, token: "token-of-ann", tokenHash: "hash-of-ann", turn: 1 },
    ...{ resumed: false, created: true, met: false, peer: null },
  } as const;
  function sit({ seating }: { readonly seating: string }): Promise<typeof alone> {
    seatings.push(seating);
    return Promise.resolve(alone);
  }
  const services: Services = {
    ...{ clock: systemClock, wall: systemClock, timings: TIMINGS, limits: DEFAULT_LIMITS },
    ...{ rates: socketRates(DEFAULT_LIMITS), secrets: systemSecrets, telemetry, open: true },
    relay: new Relay("here", systemClock, telemetry),
    rooms: { sit, depart: () => Promise.resolve(), ...rooms } as unknown as Rooms,
    leaving: new Leaving({ confirmMs: TIMINGS.confirmMs }),
    ice: { stunUrls: [], turn: null, provider: null },
    provider: null,
    onBug(error) {
      throw error;
    },
  };
  const visitor = new Addresses(DEFAULT_LIMITS, systemClock).enter("ann", { fromPage: true });
  if (visitor === null) throw new Error("unreachable");
  const participant = new Participant(line, visitor, services);
  await participant.join({
    ...{ type: "join", request: "request-1", room: "tea", session: "session-of-ann" },
    ...{ connection: null, offer: null, token: "token-of-ann" },
  });
  sent.length = 0;
  return {
    participant,
    sent,
    get seating() {
      return seatings.at(-1) ?? "none";
    },
  };
}

function arrived(turn: number): SeatNotice {
  return {
    ...{ kind: "arrived", from: `seating-${turn}`, instance: `instance-${turn}`, turn },
    ...{ session: `session-of-bob-${turn}`, holder: "holder-of-bob-0000000", resumed: turn > 2 },
    ...{ connection: null, offer: null },
  };
}

Deno.test("arrivals: of two instances' mail the later sitting counts, whichever comes first", async () => {
  const { participant, sent, seating } = await inside();
  participant.notice(seating, arrived(3));
  participant.notice(seating, arrived(2));
  participant.notice(seating, { kind: "left", from: "seating-3" });
  participant.notice(seating, arrived(2));
  assertEquals(
    sent.map((message) => [message.type, "session" in message ? message.session : null]),
    [["arrived", "session-of-bob-3"], ["left", "session-of-bob-3"]],
  );
});

Deno.test("notices: what a room had to say to a seat is nothing to who sits in another by now", async () => {
  const place = await inside();
  const { participant, sent, seating: before } = place;
  await participant.leave({ type: "leave" });
  await participant.join({
    ...{ type: "join", request: "request-2", room: "cake", session: "session-of-ann" },
    ...{ connection: null, offer: null, token: "another-token-of-ann" },
  });
  sent.length = 0;
  for (const notice of [arrived(3), { kind: "refused" }, { kind: "elsewhere" }] as const) {
    await participant.notice(before, notice);
  }
  assertEquals([sent, participant.seated], [[], true]);
  await participant.notice(place.seating, arrived(1));
  assertEquals(sent.map(({ type }) => type), ["arrived"]);
});

Deno.test("leave: behind a join nobody could answer, it gives up the seat that was asked for", async () => {
  const given: string[][] = [];
  const { participant } = await inside({
    sit: () => Promise.reject(new Unavailable("KV is away")),
    undo: () => Promise.resolve(),
    giveUp(room, token) {
      given.push([room, token]);
      return Promise.resolve();
    },
  });
  await participant.leave({ type: "leave" });
  await participant.leave({ type: "leave" });
  assertEquals(given, [["tea", "token-of-ann"]], "once");
});
