/**
 * One file that goes out: read part by part as the receiver has room for it. What they have already
 * is compared by its hash before anything more is sent.
 */
import { encodeFrame } from "./frames.ts";
import type { Lane } from "./lane.ts";
import { BLOCK_BYTES, partBytes } from "./limits.ts";
import type { FileOffer, More, Want } from "./messages.ts";
import { type FileStore, rootOf } from "./store.ts";
import type { Failure } from "./transfer.ts";

export interface OutgoingOptions {
  readonly offer: FileOffer;
  readonly file: Blob;
  readonly store: Pick<FileStore, "digest">;
  readonly lane: Pick<Lane, "write">;
  /** The receiver has so much, bytes. */
  readonly stored: (bytes: number) => void;
  /** What they have is not of this file. */
  readonly differs: () => void;
  readonly failed: (because: Failure) => void;
}

export interface Outgoing {
  want(message: Want): void;
  more(message: More): void;
  /** Sends nothing until it is asked again: what was asked for on an older connection is void. */
  pause(): void;
}

/** What is being sent. */
interface Serving {
  readonly run: number;
  readonly stop: AbortController;
  upTo: number;
  /** There may be room again. */
  wake: () => void;
}

export function createOutgoing(options: OutgoingOptions): Outgoing {
  const { offer: { id, size }, file, store, lane } = options;
  const PART = partBytes(size);
  /** Of the parts from the first on, as far as they were read. */
  const digests: string[] = [];
  let current: Serving | null = null;
  let work: Promise<void> = Promise.resolve();

  function pause(): void {
    current?.stop.abort();
    current?.wake();
    current = null;
  }

  async function read(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(size, (index + 1) * PART);
    const bytes = new Uint8Array(await file.slice(index * PART, end).arrayBuffer());
    if (bytes.length !== end - index * PART) throw new RangeError("Cannot read: it is shorter now");
    return bytes;
  }

  async function serve(serving: Serving, { from, root }: Want): Promise<void> {
    const { run, stop: { signal } } = serving;
    const first = Math.ceil(from / PART);
    for (let index = digests.length; index < first; index += 1) {
      signal.throwIfAborted();
      digests[index] = await store.digest(await read(index));
    }
    if (await rootOf(store, digests.slice(0, first)) !== root) {
      signal.throwIfAborted();
      return options.differs();
    }
    signal.throwIfAborted();
    options.stored(from);
    for (let index = first; index * PART < size; index += 1) {
      const part = await read(index);
      const digest = await store.digest(part);
      // It was sent before, and is another one now: the friend may have half of either.
      if (digest !== (digests[index] ??= digest)) return options.differs();
      for (let at = 0; at < part.length; at += BLOCK_BYTES) {
        const bytes = part.subarray(at, at + BLOCK_BYTES);
        const offset = index * PART + at;
        await roomFor(offset + bytes.length, serving);
        await lane.write(encodeFrame({ kind: "block", id, run, offset, bytes }), signal);
      }
      const end = index * PART + part.length;
      await lane.write(encodeFrame({ kind: "seal", id, run, offset: end, digest }), signal);
    }
    const digest = await rootOf(store, digests);
    await lane.write(encodeFrame({ kind: "end", id, run, offset: size, digest }), signal);
  }

  return {
    pause,
    want(message) {
      const { from, upTo, run } = message;
      const isPossible = from <= size && upTo <= size && (from % PART === 0 || from === size);
      if (!isPossible) return options.failed("broken");
      pause();
      const serving: Serving = { run, upTo, stop: new AbortController(), wake() {} };
      current = serving;
      work = work.then(async () => {
        if (serving.stop.signal.aborted) return;
        try {
          await serve(serving, message);
        } catch {
          if (!serving.stop.signal.aborted) options.failed("unreadable");
        }
      });
    },
    more({ run, stored, upTo }) {
      if (current === null || current.run !== run || upTo > size || stored > size) return;
      current.upTo = Math.max(current.upTo, upTo);
      options.stored(stored);
      current.wake();
    },
  };
}

/** Resolves when the receiver has room up to there. */
async function roomFor(end: number, serving: Serving): Promise<void> {
  const { signal } = serving.stop;
  while (serving.upTo < end) {
    signal.throwIfAborted();
    const { promise, resolve } = Promise.withResolvers<void>();
    serving.wake = resolve;
    await promise;
  }
  signal.throwIfAborted();
}
