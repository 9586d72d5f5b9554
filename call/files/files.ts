/** Files that the two send each other: what the screens see of them, and what they may do. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { Extra, ExtraContext } from "../extras/extra.ts";
import { answer } from "./answer.ts";
import { createBook } from "./book.ts";
import { type Entry, newEntry, shownOf, type Transfer } from "./entry.ts";
import { createLane } from "./lane.ts";
import { MAX_FILE_BYTES, MAX_NAME_LENGTH, MAX_OPEN } from "./limits.ts";
import { parseMessage } from "./messages.ts";
import { createMouth } from "./mouth.ts";
import { createMovers } from "./movers.ts";
import { safeName } from "./names.ts";
import { createPacer } from "./pacer.ts";
import { isOver } from "./transfer.ts";

/** How often is looked whether there is a path, and said again what could not be said, ms. */
const LOOK_MS = 500;
/** A browser that was asked to save a file may read it that long after, ms. */
const SAVING_MS = 120_000;
/** What is asked for or said while the disk is looked at. */
const MAX_EARLY = 128;

/** Why a file was not offered. */
export interface Refusal {
  readonly because: "too-large" | "too-many";
  /** Safe to show. */
  readonly name: string;
  /** So many bytes, or files at a time. */
  readonly limit: number;
}

export interface Files {
  /** Those of whom the call is with, oldest first. */
  readonly list: ReadonlySignal<readonly Transfer[]>;
  /** The last one that could not be offered. */
  readonly refused: ReadonlySignal<Refusal | null>;
  send(files: readonly File[]): void;
  /** Call from a click: the browser may ask where to save. */
  accept(key: string): void;
  decline(key: string): void;
  cancel(key: string): void;
  /** The file again, after one's page was loaded anew. */
  choose(key: string, file: File): void;
  /** What came in, from the disk; `null`: it is not here. */
  open(key: string): Promise<Blob | null>;
  /** The person saves it. */
  saved(key: string): void;
  /** Shows it no more. */
  hide(key: string): void;
}

export function createFiles(
  { platform, say }: Pick<ExtraContext, "platform" | "say">,
): Files & Extra {
  const { clock, newId, random } = platform;
  const list = signal<readonly Transfer[]>([]);
  const refused = signal<Refusal | null>(null);
  let early: (() => void)[] = [];
  let connection: Connection | null = null;
  let ticking: (() => void) | null = null;

  const mouth = createMouth((message) => say("files", message));
  const book = createBook({ platform, changed });
  const lane = createLane({
    clock,
    received(frame) {
      book.ofHolder().find(({ from, offer }) => from === "friend" && offer.id === frame.id)
        ?.incoming?.take(frame);
    },
  });
  const movers = createMovers({
    book,
    lane,
    mouth,
    newRun: () => Math.floor(random() * 0xffffffff),
    reportBug: platform.reportBug,
  });
  const pacer = createPacer({ clock, lane });

  function changed(): void {
    list.value = book.shown().filter(({ isHidden }) => !isHidden).map(shownOf);
    const isAny = book.ofHolder().some(({ phase }) => !isOver(phase));
    if (isAny === (ticking !== null)) return;
    ticking?.();
    ticking = isAny ? clock.every(LOOK_MS, look) : null;
  }

  function look(): void {
    const hasPath = connection !== null && lane.isOpen;
    for (const entry of book.ofHolder()) book.step(entry, { type: "path", is: hasPath });
    if (connection === null) return;
    mouth.again();
    movers.move();
    lane.look();
    pacer.look(connection);
  }

  /** What the disk holds comes first. */
  function whenReady(work: () => void): void {
    if (book.isReady) return work();
    if (early.length < MAX_EARLY) early.push(work);
    void ready();
  }

  async function ready(): Promise<void> {
    if (await book.load()) { for (const work of early.splice(0)) work(); }
  }

  function withEntry(key: string, work: (entry: Entry) => void): void {
    const entry = book.find(key);
    if (entry !== undefined) work(entry);
  }

  function offerOne(file: File, holder: string): void {
    const open = book.ofHolder().filter(({ from, phase }) => from === "me" && !isOver(phase));
    if (open.length >= MAX_OPEN) return refuse("too-many", file);
    if (file.size > MAX_FILE_BYTES) return refuse("too-large", file);
    const offer = { id: newId(), name: shorten(file.name), size: file.size };
    const { lastModified: modified } = file;
    const entry = newEntry({ key: newId(), from: "me", offer, holder, place: null, modified });
    book.add(entry);
    movers.give(entry, file);
    mouth.tell({ does: "offer", ...offer, here: true });
  }

  function refuse(because: Refusal["because"], { name }: File): void {
    const limit = because === "too-large" ? MAX_FILE_BYTES : MAX_OPEN;
    refused.value = { because, name: safeName(name), limit };
  }

  return {
    list,
    refused,
    send: (files) =>
      whenReady(() => {
        refused.value = null;
        const { holder } = book;
        if (holder !== null) { for (const file of files) offerOne(file, holder); }
      }),
    accept: (key) => withEntry(key, movers.accept),
    decline: (key) => withEntry(key, (entry) => movers.end(entry, { type: "decline" })),
    cancel: (key) => withEntry(key, (entry) => movers.end(entry, { type: "cancel", by: "me" })),
    choose: (key, file) => withEntry(key, (entry) => movers.choose(entry, file)),
    open: (key) => book.find(key)?.sink?.blob() ?? Promise.resolve(null),
    saved(key) {
      withEntry(key, (entry) => {
        entry.isSaved = true;
        changed();
      });
    },
    hide(key) {
      withEntry(key, (entry) => {
        entry.isHidden = true;
        if (entry.phase.is === "done") clock.after(SAVING_MS, () => book.discard(entry));
        changed();
      });
    },
    with(holder) {
      // What was said before anybody was known is of whom is known now.
      if (book.holder !== null) early = [];
      mouth.forget();
      movers.pause();
      book.with(holder);
      if (holder !== null) void ready();
      changed();
    },
    follow(next) {
      connection = next;
      movers.pause();
      lane.follow(next);
    },
    opened: () =>
      whenReady(() => {
        movers.sayAgain();
        look();
      }),
    receive(body) {
      const message = parseMessage(body);
      if (message === null) return;
      whenReady(() => {
        answer(message, { book, mouth, movers, newId });
        movers.move();
      });
    },
    release() {
      connection = null;
      lane.follow(null);
      movers.pause();
      look();
    },
    end() {
      early = [];
      mouth.forget();
      lane.follow(null);
      connection = null;
      for (const entry of book.clear()) {
        entry.incoming?.stop();
        entry.outgoing?.pause();
        if (entry.isSaved) clock.after(SAVING_MS, () => book.discard(entry));
        else book.discard(entry);
      }
      refused.value = null;
      changed();
    },
  };
}

/** The friend's page reads no longer one; its end tells what it is. */
function shorten(name: string): string {
  return name.length <= MAX_NAME_LENGTH ? name : name.slice(-MAX_NAME_LENGTH);
}
