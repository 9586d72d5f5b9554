/**
 * What a call of KV Connect holds, read from its protobuf messages:
 * https://github.com/denoland/denokv/blob/main/proto/schema/datapath.proto
 */

/** What a KV did for its callers; bytes are those of keys and values, without protobuf's own. */
export interface KvTraffic {
  /** Reads there and back, each of one key or one range. */
  readonly reads: number;
  /** Atomic writes there and back, those refused by a check included. */
  readonly commits: number;
  /** Keys set or deleted. */
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
  /** Times a watch said that its key changed, the first answer of each watch included. */
  readonly wakes: number;
  /** The largest value set. */
  readonly largestBytes: number;
}

export const NO_TRAFFIC: KvTraffic = {
  reads: 0,
  commits: 0,
  rows: 0,
  bytesRead: 0,
  bytesWritten: 0,
  wakes: 0,
  largestBytes: 0,
};

/** Field numbers of the messages that are read here. */
const ATOMIC_WRITE = { mutations: 2 };
const MUTATION = { key: 1, value: 2 };
const VALUE = { data: 1 };
const READ_OUTPUT = { ranges: 1 };
const RANGE_OUTPUT = { entries: 1 };
const ENTRY = { key: 1, value: 2 };

export function sum(one: KvTraffic, other: KvTraffic): KvTraffic {
  return {
    reads: one.reads + other.reads,
    commits: one.commits + other.commits,
    rows: one.rows + other.rows,
    bytesRead: one.bytesRead + other.bytesRead,
    bytesWritten: one.bytesWritten + other.bytesWritten,
    wakes: one.wakes + other.wakes,
    largestBytes: Math.max(one.largestBytes, other.largestBytes),
  };
}

/** What came to `all` since it was `before`; the largest value is that of all the time. */
export function since(before: KvTraffic, all: KvTraffic): KvTraffic {
  return {
    reads: all.reads - before.reads,
    commits: all.commits - before.commits,
    rows: all.rows - before.rows,
    bytesRead: all.bytesRead - before.bytesRead,
    bytesWritten: all.bytesWritten - before.bytesWritten,
    wakes: all.wakes - before.wakes,
    largestBytes: all.largestBytes,
  };
}

/** @param message an `AtomicWrite` */
export function weighWrite(message: Uint8Array): KvTraffic {
  let [rows, bytesWritten, largestBytes] = [0, 0, 0];
  for (const mutation of parts(message, ATOMIC_WRITE.mutations)) {
    rows++;
    for (const key of parts(mutation, MUTATION.key)) bytesWritten += key.length;
    for (const value of parts(mutation, MUTATION.value)) {
      for (const data of parts(value, VALUE.data)) {
        bytesWritten += data.length;
        largestBytes = Math.max(largestBytes, data.length);
      }
    }
  }
  return { ...NO_TRAFFIC, commits: 1, rows, bytesWritten, largestBytes };
}

/** @param answer a `SnapshotReadOutput` */
export function weighRead(answer: Uint8Array): KvTraffic {
  let bytesRead = 0;
  for (const range of parts(answer, READ_OUTPUT.ranges)) {
    for (const entry of parts(range, RANGE_OUTPUT.entries)) {
      for (const key of parts(entry, ENTRY.key)) bytesRead += key.length;
      for (const value of parts(entry, ENTRY.value)) bytesRead += value.length;
    }
  }
  return { ...NO_TRAFFIC, reads: 1, bytesRead };
}

/** The length-delimited values of one field, in order. */
function* parts(message: Uint8Array, wanted: number): Generator<Uint8Array> {
  const view = new DataView(message.buffer, message.byteOffset, message.length);
  let at = 0;
  function varint(): number {
    let value = 0;
    for (let factor = 1;; factor *= 128) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }
  while (at < message.length) {
    const tag = varint();
    switch (tag & 7) {
      case 0:
        varint();
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        if (tag >>> 3 === wanted) yield message.subarray(at, at + length);
        at += length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        throw new Error(`Cannot read a protobuf field of type ${tag & 7}`);
    }
  }
}
