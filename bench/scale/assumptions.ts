/** What the model starts from: guesses about people, which options replace, and what was measured. */
import { DEFAULT_LIMITS } from "../../signaling/limits/limits.ts";
import type { Capacity, Scenario } from "./model.ts";

/** A million rooms: in each, on a day, two people meet twice for half an hour. */
export const SCENARIO: Scenario = {
  rooms: 1_000_000,
  visits: 4,
  minutes: 30,
  returns: 0.5,
  peak: 3,
  instances: 16,
  kvMs: 5,
  pricePerMillionReads: 1,
  pricePerMillionRows: 1,
};

/** Measured on two cores by the commands that `docs/SCALE.md` names; yours are better to know. */
export const CAPACITY: Capacity = {
  sockets: DEFAULT_LIMITS.sockets,
  memoryBytes: DEFAULT_LIMITS.memoryBytes,
  emptyBytes: 90e6,
  bytesPerSocket: 22_200,
  cpuMsPerPair: 4.2,
  cpuMsPerPing: 0.05,
  kvCommitsPerSecond: 2_500,
  kvSpread: 1.5,
};
