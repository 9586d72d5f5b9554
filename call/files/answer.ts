/** What the friend's page says of files, carried out: all of it may be late, twice, wrong or endless. */
import type { Book } from "./book.ts";
import { type Entry, lastWord, newEntry } from "./entry.ts";
import { MAX_OPEN } from "./limits.ts";
import type { FilesMessage } from "./messages.ts";
import type { Mouth } from "./mouth.ts";
import type { Movers } from "./movers.ts";
import { isOver } from "./transfer.ts";

export interface AnswerOptions {
  readonly book: Book;
  readonly mouth: Mouth;
  readonly movers: Movers;
  readonly newId: () => string;
}

export function answer(message: FilesMessage, options: AnswerOptions): void {
  const { book, mouth, movers } = options;
  if (message.does === "offer") return answerOffer(message, options);
  const entry = book.ofHolder().find(({ offer }) => offer.id === message.id);
  const own = entry?.from === "me" ? entry : undefined;
  switch (message.does) {
    case "want":
      // A file nobody here knows of any more: the friend need not wait for it.
      if (entry === undefined) return mouth.tell({ does: "cancel", id: message.id });
      if (own === undefined) return;
      if (isOver(own.phase)) return sayLast(own, mouth);
      if (own.outgoing !== null) return own.outgoing.want(message);
      return mouth.tell({ does: "offer", ...own.offer, here: false });
    case "more":
      return own?.outgoing?.more(message);
    case "decline":
      return own && movers.end(own, { type: "decline" });
    case "done":
      return own && movers.end(own, { type: "finish" });
    case "cancel":
      return entry && movers.end(entry, { type: "cancel", by: "friend" });
    case "fail":
      return entry && movers.end(entry, { type: "fail", because: message.because });
  }
}

function answerOffer(
  { id, name, size, here }: Extract<FilesMessage, { does: "offer" }>,
  { book, mouth, newId }: AnswerOptions,
): void {
  const { holder } = book;
  if (holder === null) return;
  const known = book.ofHolder().find(({ offer }) => offer.id === id);
  if (known === undefined) {
    const open = book.ofHolder().filter(({ from, phase }) => from === "friend" && !isOver(phase));
    if (open.length >= MAX_OPEN) return;
    const offer = { id, name, size };
    const entry = newEntry({ key: newId(), from: "friend", offer, holder, place: null });
    if (!here) entry.phase = { is: "missing", bytes: 0, chose: "nothing" };
    book.add(entry);
    void book.store.plan(size).catch(() => null).then((place) => {
      book.place(entry, place);
    });
    return;
  }
  // Under an id that is known nothing else is taken.
  if (known.from !== "friend" || known.offer.name !== name || known.offer.size !== size) return;
  if (isOver(known.phase)) return sayLast(known, mouth);
  if (!here) {
    known.isAsked = false;
    return void book.step(known, { type: "lost" });
  }
  if (known.phase.is === "missing") {
    known.isAsked = false;
    book.step(known, { type: "found" });
  }
}

function sayLast(entry: Entry, mouth: Mouth): void {
  const word = lastWord(entry);
  if (word !== null) mouth.tell(word);
}
