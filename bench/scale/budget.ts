/**
 * What each act may ask of a shared KV: the one place that says so. A test counts the acts and fails
 * when one asks for more; the model multiplies them; `docs/SCALE.md` shows them.
 */
import type { KvTraffic } from "../../tests/rig/kv_wire.ts";

export const ACTS = [
  "join an empty room",
  "join as second",
  "join as second, across",
  "set up the call",
  "set up the call, across",
  "one signal, across",
  "page closes",
  "page closes, across",
  "return by token",
  "return by token, across",
  "knock at a full room, across",
  "leave",
  "leave, across",
  "an idle hour of two",
  "an idle hour alone",
  "an instance starts",
  "an instance stops",
] as const;

/** "Across": the friend is on another instance. */
export type Act = (typeof ACTS)[number];

/** The most of each; what a watch says is no call of ours. */
export type Cost = Pick<KvTraffic, "reads" | "commits" | "rows" | "bytesRead" | "bytesWritten">;
