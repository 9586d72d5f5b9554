/** All files of a call, by the holder of the other seat: nobody else ever sees one or gets it. */
import type { Platform } from "../platform.ts";
import { type Entry, entryOf, isKept, recordOfEntry } from "./entry.ts";
import { MAX_TRANSFERS, STALE_MS } from "./limits.ts";
import { recordOf, textOf } from "./record.ts";
import type { FileStore, Place } from "./store.ts";
import { isOver, step, type TransferEvent } from "./transfer.ts";

export interface BookOptions {
  readonly platform: Pick<Platform, "clock" | "openFiles" | "reportBug">;
  readonly changed: () => void;
}

export interface Book {
  /** Whom the call is with; `null`: nobody. */
  readonly holder: string | null;
  /** Whether what the disk holds is known. */
  readonly isReady: boolean;
  /** @throws {Error} before it is ready */
  readonly store: FileStore;
  with(holder: string | null): void;
  /** Looks what the disk holds of this holder. @returns whether it is known now */
  load(): Promise<boolean>;
  find(key: string): Entry | undefined;
  /** Those of whom the call is with. */
  ofHolder(): readonly Entry[];
  /** The same, or of whom it was with last; and what came in complete. */
  shown(): readonly Entry[];
  add(entry: Entry): void;
  /** @returns whether anything changed */
  step(entry: Entry, event: TransferEvent): boolean;
  /** Where it can go is known. */
  place(entry: Entry, place: Place | null): void;
  /** Remembers it as it is now, on the disk. */
  keep(entry: Entry): void;
  /** Nothing of it stays on the disk. */
  discard(entry: Entry): void;
  /** @returns those that were in it */
  clear(): readonly Entry[];
}

export function createBook({ platform, changed }: BookOptions): Book {
  const { clock, openFiles, reportBug } = platform;
  let entries: readonly Entry[] = [];
  let store: FileStore | null = null;
  let holder: string | null = null;
  /** Whom the call was with last. */
  let last: string | null = null;
  /** Whose files were looked for on the disk. */
  const known = new Set<string>();
  let loading: Promise<boolean> | null = null;

  function ofHolder(): readonly Entry[] {
    return holder === null ? [] : entries.filter((entry) => entry.holder === holder);
  }

  async function open(): Promise<FileStore> {
    if (store !== null) return store;
    const opened = await openFiles();
    for (const kept of await opened.kept()) {
      const record = recordOf(kept);
      const isStale = record === null || clock.now() - record.usedAt > STALE_MS;
      if (isStale) await opened.forget(kept.key);
    }
    return store = opened;
  }

  async function load(): Promise<boolean> {
    try {
      const opened = await open();
      const whose = holder;
      if (whose === null || known.has(whose)) return whose !== null;
      const kept = (await opened.kept()).map(recordOf).filter((record) => record !== null);
      const mine = kept.filter((record) => record.holder === whose);
      for (const record of mine) {
        const entry = entryOf(record);
        const { from, offer: { size } } = entry;
        if (from === "friend") entry.sink = await opened.reopen(entry.key, size);
        if (from === "friend" && entry.sink === null) await opened.forget(entry.key);
        else if (!entries.some(({ key }) => key === entry.key)) entries = [...entries, entry];
      }
      known.add(whose);
      changed();
      return whose === holder;
    } catch (error) {
      // Its code is not there, for want of a network perhaps: the next wish tries again.
      reportBug("Cannot open the files", error);
      return false;
    }
  }

  function keep(entry: Entry): void {
    const { key } = entry;
    store?.keep(textOf(recordOfEntry(entry, clock.now())))
      .then(() => isKept(entry) ? undefined : store?.forget(key))
      // A page that cannot remember loses it in a reload, nothing else.
      .catch(() => undefined);
  }

  function discard(entry: Entry): void {
    const { sink, key, from } = entry;
    // Of what was never accepted nothing is there; a friend may withdraw offers without end.
    if (from === "friend" && sink === null) return;
    entry.sink = null;
    Promise.resolve(sink?.discard()).then(() => store?.forget(key))
      .catch((error) => reportBug("Cannot remove a file", error));
  }

  return {
    get holder() {
      return holder;
    },
    get isReady() {
      return store !== null && holder !== null && known.has(holder);
    },
    get store() {
      if (store === null) throw new Error("Cannot reach the disk: not open yet");
      return store;
    },
    with(whom) {
      holder = whom;
      last = whom ?? last;
    },
    load() {
      return loading ??= load().finally(() => loading = null);
    },
    find: (key) => entries.find((entry) => entry.key === key),
    ofHolder,
    shown: () =>
      entries.filter((entry) =>
        entry.holder === last || (entry.from === "friend" && entry.phase.is === "done")
      ),
    add(entry) {
      entries = [...entries, entry];
      // What came in complete is the person's; they asked for each.
      const over = entries.filter(({ from, phase }) =>
        isOver(phase) && !(from === "friend" && phase.is === "done")
      );
      const tooMany = over.slice(0, Math.max(0, entries.length - MAX_TRANSFERS));
      tooMany.forEach(discard);
      entries = entries.filter((each) => !tooMany.includes(each));
      changed();
    },
    step(entry, event) {
      const before = entry.phase;
      entry.phase = step(before, event);
      const isNew = JSON.stringify(before) !== JSON.stringify(entry.phase);
      if (isNew) changed();
      return isNew;
    },
    place(entry, place) {
      entry.place = place;
      changed();
    },
    keep,
    discard,
    clear() {
      const all = entries;
      entries = [];
      known.clear();
      last = null;
      return all;
    },
  };
}
