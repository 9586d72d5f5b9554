/** Arbitrary messages of a page, for property tests and the fuzzer. */
import type { ClientMessage, Signal } from "../../signaling/protocol.ts";
import { fc } from "./deps.ts";

const ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
const id = fc.string({
  unit: fc.constantFrom(...ID_CHARACTERS),
  minLength: 8,
  maxLength: 64,
});
const sdp = fc.string({ minLength: 1, maxLength: 300 });

const signal: fc.Arbitrary<Signal> = fc.oneof(
  fc.record({ kind: fc.constant("offer" as const), connection: id, id, sdp }),
  fc.record({ kind: fc.constant("answer" as const), connection: id, id, sdp }),
  fc.record({ kind: fc.constant("restart" as const), connection: id, after: id }, {
    requiredKeys: ["kind", "connection"],
  }),
  fc.record({ kind: fc.constant("asking" as const), connection: id }),
  fc.record({
    kind: fc.constant("candidate" as const),
    connection: id,
    candidate: fc.option(fc.record({
      candidate: fc.string({ maxLength: 200 }),
      sdpMid: fc.option(fc.string({ maxLength: 16 })),
      sdpMLineIndex: fc.option(fc.nat(63)),
      usernameFragment: fc.option(fc.string({ maxLength: 32 })),
    })),
  }),
);

const join = {
  type: fc.constant("join" as const),
  request: id,
  room: fc.string({ unit: "binary", maxLength: 80 }),
  session: id,
  connection: fc.option(id),
  offer: fc.option(fc.record({ kind: fc.constant("offer" as const), connection: id, id, sdp })),
};

/** Any message the schema allows. */
export const clientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record(join),
  fc.record({ ...join, token: id }),
  fc.record({ type: fc.constant("signal" as const), to: id, signal }),
  fc.record({ type: fc.constantFrom("vouch" as const, "refuse" as const), session: id }),
  fc.constantFrom<ClientMessage>(
    { type: "leave" },
    { type: "closing" },
    { type: "ice" },
    { type: "ping" },
  ),
);
