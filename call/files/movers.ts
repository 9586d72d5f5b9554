/** What moves files: begins, goes on, ends; a few at a time. */
import { type Entry, isKept, lastWord } from "./entry.ts";
import type { Book } from "./book.ts";
import { createIncoming } from "./incoming.ts";
import type { Lane } from "./lane.ts";
import { MAX_MOVING } from "./limits.ts";
import type { FilesMessage } from "./messages.ts";
import type { Mouth } from "./mouth.ts";
import { safeName } from "./names.ts";
import { createOutgoing } from "./outgoing.ts";
import type { Sink } from "./store.ts";
import { isOver, type TransferEvent } from "./transfer.ts";

export interface MoversOptions {
  readonly book: Book;
  readonly lane: Lane;
  readonly mouth: Mouth;
  readonly newRun: () => number;
  readonly reportBug: (what: string, error: unknown) => void;
}

export interface Movers {
  /** The person wants it. */
  accept(entry: Entry): void;
  /** The file itself, of one that goes out. */
  give(entry: Entry, file: File): void;
  /** The file again; another one is said to be so. */
  choose(entry: Entry, file: File): void;
  /** It is over; the friend hears of it, unless it comes from them. */
  end(entry: Entry, event: TransferEvent): void;
  /** Asks for what was accepted, as many as may move at a time. */
  move(): void;
  /** On a new connection: what is offered, what is wanted. */
  sayAgain(): void;
  /** Nothing moves until {@linkcode sayAgain}. */
  pause(): void;
}

export function createMovers(options: MoversOptions): Movers {
  const { book, lane, mouth, newRun } = options;
  /** The browser is asked for room. */
  const accepting = new Set<Entry>();

  /** Nobody but their friend hears of a file. */
  function tell({ holder }: Entry, message: FilesMessage): void {
    if (holder === book.holder) mouth.tell(message);
  }

  function end(entry: Entry, event: TransferEvent): void {
    if (!book.step(entry, event)) return;
    entry.incoming?.stop();
    entry.outgoing?.pause();
    entry.incoming = entry.outgoing = null;
    if (isKept(entry)) book.keep(entry);
    else if (entry.phase.is !== "done" || entry.from === "me") book.discard(entry);
    const word = lastWord(entry);
    const isTheirs = event.type === "cancel" && event.by === "friend";
    if (word !== null && !isTheirs) tell(entry, word);
    move();
  }

  function take(entry: Entry, sink: Sink): void {
    entry.sink = sink;
    entry.incoming = createIncoming({
      offer: entry.offer,
      sink,
      store: book.store,
      newRun,
      tell: (message) => tell(entry, message),
      stored: (bytes) => void book.step(entry, { type: "move", bytes }),
      finished: () => end(entry, { type: "finish" }),
      failed: (because) => end(entry, { type: "fail", because }),
    });
  }

  async function accept(entry: Entry): Promise<void> {
    const { place, key, offer, phase } = entry;
    const isPossible = phase.is === "offered" && entry.from === "friend" && !accepting.has(entry);
    if (!isPossible || place === null) return;
    accepting.add(entry);
    try {
      const sink = entry.sink ??
        await book.store.create({ place, key, name: safeName(offer.name) });
      if (!book.step(entry, { type: "accept" })) return await sink.discard();
      take(entry, sink);
      if (isKept(entry)) book.keep(entry);
      move();
    } catch (error) {
      // No place was chosen: it is still on offer.
      if (error instanceof DOMException && error.name === "AbortError") return;
      options.reportBug("Cannot store a file", error);
      end(entry, { type: "fail", because: "full" });
    } finally {
      accepting.delete(entry);
    }
  }

  function give(entry: Entry, file: File): void {
    const { offer } = entry;
    entry.outgoing = createOutgoing({
      offer,
      file,
      store: book.store,
      lane,
      stored: (bytes) => void book.step(entry, { type: "move", bytes }),
      differs() {
        lose(entry);
        book.step(entry, { type: "another" });
      },
      failed: (because) => end(entry, { type: "fail", because }),
    });
    book.keep(entry);
  }

  function lose(entry: Entry): void {
    entry.outgoing?.pause();
    entry.outgoing = null;
    book.step(entry, { type: "lost" });
    tell(entry, { does: "offer", ...entry.offer, here: false });
  }

  function move(): void {
    const coming = book.ofHolder().filter(({ from, phase, sink }) =>
      from === "friend" && sink !== null && !isOver(phase) && phase.is !== "missing"
    );
    for (const entry of coming.slice(0, MAX_MOVING)) {
      if (entry.isAsked || !lane.isOpen || entry.sink === null) continue;
      entry.isAsked = true;
      if (entry.incoming === null) take(entry, entry.sink);
      entry.incoming?.want();
    }
  }

  return {
    accept: (entry) => void accept(entry),
    give,
    choose(entry, file) {
      if (entry.phase.is !== "missing" || entry.from !== "me") return;
      const { offer: { name, size }, modified } = entry;
      // A name that was too long was offered by its end.
      const isSame = file.name.endsWith(name) && file.size === size &&
        file.lastModified === modified;
      if (!isSame) return void book.step(entry, { type: "another" });
      book.step(entry, { type: "found" });
      give(entry, file);
      mouth.tell({ does: "offer", ...entry.offer, here: true });
    },
    end,
    move,
    sayAgain() {
      for (const entry of book.ofHolder()) {
        if (entry.from !== "me" || isOver(entry.phase)) continue;
        mouth.tell({ does: "offer", ...entry.offer, here: entry.outgoing !== null });
      }
      move();
    },
    pause() {
      for (const entry of book.ofHolder()) {
        entry.outgoing?.pause();
        entry.isAsked = false;
      }
    },
  };
}
