/** What is looked at in a call that lasts, and how much of it may come in an hour. */

export type Quantity =
  | "heap"
  | "outside"
  | "nodes"
  | "listeners"
  | "documents"
  | "private"
  | "shared"
  | "cpu"
  | "server";

export interface Unit {
  readonly name: string;
  /** More than this in an hour is growth. */
  readonly boundPerHour: number;
  /** As a person reads it. */
  readonly write: (value: number) => string;
  /** The little that one round brings, where that is written otherwise. */
  readonly writeFinely?: (value: number) => string;
}

/** So many rounds are an hour of lively use: one every half minute. */
export const ROUNDS_PER_HOUR = 120;

const BYTES_PER_KB = 1_000;
const BYTES_PER_MB = 1_000_000;

export const UNITS: Readonly<Record<Quantity, Unit>> = {
  // What a call may keep: its texts and figures. A node lost each second would be 3,600 of them.
  heap: { name: "JavaScript heap", boundPerHour: BYTES_PER_MB, ...bytes(2) },
  outside: { name: "document’s heap and buffers", boundPerHour: BYTES_PER_MB, ...bytes(2) },
  nodes: { name: "DOM nodes", boundPerHour: 60, write: count },
  listeners: { name: "event listeners", boundPerHour: 60, write: count },
  documents: { name: "documents", boundPerHour: 1, write: count },
  // Decoders, codecs and compiled code, and what the allocator has not given back yet.
  private: { name: "renderer, private", boundPerHour: 20 * BYTES_PER_MB, ...bytes(1) },
  // Pictures on their way to the screen, and the browser's cache of those it may drop.
  shared: { name: "renderer, shared", boundPerHour: 60 * BYTES_PER_MB, ...bytes(0) },
  cpu: { name: "renderer, CPU", boundPerHour: 10, write: (percent) => `${percent.toFixed(1)} %` },
  server: { name: "server, resident", boundPerHour: 10 * BYTES_PER_MB, ...bytes(1) },
};

function bytes(digits: number): Required<Pick<Unit, "write" | "writeFinely">> {
  return {
    write: (value) => `${(value / BYTES_PER_MB).toFixed(digits)} MB`,
    writeFinely: (value) => `${(value / BYTES_PER_KB).toFixed(1)} kB`,
  };
}

function count(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
