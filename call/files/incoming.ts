/**
 * One file that comes in: the friend may send what was asked for, in order, and no more; each part is
 * compared with its hash before it is stored, and the whole before it is offered as saved.
 */
import type { Frame } from "./frames.ts";
import { partBytes, windowBytes } from "./limits.ts";
import type { FileOffer, FilesMessage } from "./messages.ts";
import { type FileStore, rootOf, type Sink } from "./store.ts";
import type { Failure } from "./transfer.ts";

export interface IncomingOptions {
  readonly offer: FileOffer;
  readonly sink: Sink;
  readonly store: Pick<FileStore, "digest">;
  /** Never used before on this connection. */
  readonly newRun: () => number;
  readonly tell: (message: FilesMessage) => void;
  /** So much is stored, bytes. */
  readonly stored: (bytes: number) => void;
  readonly finished: () => void;
  readonly failed: (because: Failure) => void;
}

export interface Incoming {
  /** Asks for what is missing: at first, on a new connection, when the friend has the file again. */
  want(): void;
  take(frame: Frame): void;
  stop(): void;
}

/** What was asked for. */
interface Run {
  readonly run: number;
  /** The next byte. */
  at: number;
  upTo: number;
  /** Of the part that is coming in; `null`: the next byte begins one. */
  part: Uint8Array<ArrayBuffer> | null;
}

export function createIncoming(options: IncomingOptions): Incoming {
  const { offer: { id, size }, sink, store, newRun, tell } = options;
  const PART = partBytes(size);
  let current: Run | null = null;
  let isOver = false;
  /** What has to be hashed and stored, one after the other. */
  let work: Promise<void> = Promise.resolve();

  function stop(): void {
    isOver = true;
    current = null;
  }

  function fail(because: Failure): void {
    if (isOver) return;
    stop();
    options.failed(because);
  }

  function enqueue(task: () => Promise<void>): void {
    work = work.then(async () => {
      if (!isOver) await task();
    }).catch(() => fail("full"));
  }

  function storedBytes(): number {
    return Math.min(size, sink.digests.length * PART);
  }

  async function ask(): Promise<void> {
    const root = await rootOf(store, sink.digests);
    if (isOver) return;
    const from = storedBytes();
    const upTo = Math.min(size, from + windowBytes(size));
    current = { run: newRun(), at: from, upTo, part: null };
    options.stored(from);
    tell({ does: "want", id, run: current.run, from, upTo, root });
  }

  function takeBlock(run: Run, { offset, bytes }: Extract<Frame, { kind: "block" }>): void {
    const begins = run.at % PART === 0 && run.part === null;
    if (begins) run.part = new Uint8Array(Math.min(PART, size - run.at));
    const place = begins ? 0 : (run.at - 1) % PART + 1;
    const isAllowed = offset === run.at && run.at + bytes.length <= run.upTo;
    if (!isAllowed || run.part === null || place + bytes.length > run.part.length) {
      return fail("broken");
    }
    run.part.set(bytes, place);
    run.at += bytes.length;
  }

  function takeSeal(run: Run, { offset, digest }: Extract<Frame, { kind: "seal" }>): void {
    const { part, at } = run;
    const isWhole = part !== null && (at % PART === 0 || at === size);
    if (!isWhole || offset !== at) return fail("broken");
    run.part = null;
    enqueue(async () => {
      if (await store.digest(part) !== digest) return fail("altered");
      if (isOver) return;
      await sink.write(part, digest);
      if (isOver) return;
      options.stored(storedBytes());
      // A newer run has its own.
      if (current !== run) return;
      run.upTo = Math.min(size, storedBytes() + windowBytes(size));
      tell({ does: "more", id, run: run.run, stored: storedBytes(), upTo: run.upTo });
    });
  }

  function takeEnd(run: Run, digest: string): void {
    if (run.at !== size || run.part !== null) return fail("broken");
    current = null;
    enqueue(async () => {
      if (await rootOf(store, sink.digests) !== digest) return fail("altered");
      await sink.finish();
      if (isOver) return;
      stop();
      options.finished();
    });
  }

  return {
    want() {
      current = null;
      enqueue(ask);
    },
    take(frame) {
      // What an older run asked for comes late: not wrong, not wanted.
      if (current === null || frame.run !== current.run) return;
      if (frame.kind === "block") return takeBlock(current, frame);
      if (frame.kind === "seal") return takeSeal(current, frame);
      takeEnd(current, frame.digest);
    },
    stop,
  };
}
