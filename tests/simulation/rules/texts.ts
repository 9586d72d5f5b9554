/** Rules about texts: each once, in order, to whom it was meant, or marked undelivered. */
import { hashToken, holderOf } from "../../../signaling/rooms/tokens.ts";
import type { ChatText } from "../../../call/view.ts";
import type { Page } from "../models/page/page.ts";
import type { World } from "../models/world.ts";
import type { Letter } from "../people/letters.ts";
import type { Person } from "../people/person.ts";

/** By then a screen shows what its page knew, ms. */
const PAINTED_MS = 500;
const RULE = "every text once, in order, to whom it was meant";

interface Reader {
  /** Texts below this id were seen. */
  read: number;
  /** Number of the last text read, by the page it was written on. */
  readonly last: Map<string, number>;
}

export class TextRules {
  readonly #world: World;
  readonly #watched = new Set<Page>();
  #people: readonly Person[] = [];
  readonly #holders = new Map<string, Set<string>>();
  readonly #read = new Set<string>();
  readonly #received: { letter: Letter; reader: string; atMs: number }[] = [];
  /** By person, the token learned last. */
  readonly #tokens = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  check(people: readonly Person[]): void {
    this.#people = people;
    this.#checkReceived(this.#world.scheduler.now - PAINTED_MS);
    for (const person of people) {
      this.#learnHolder(person);
      const { page } = person;
      if (this.#watched.has(page)) continue;
      this.#watched.add(page);
      const reader: Reader = { read: 0, last: new Map() };
      // Not looked at from time to time: a thread may be gone a moment after a text came.
      page.view.texts.subscribe((texts) => this.#onTexts(person, reader, texts));
    }
  }

  end(people: readonly Person[]): void {
    this.#checkReceived(Infinity);
    for (const person of people) {
      const { page, state } = person;
      if (!page.alive) continue;
      const texts = page.view.texts.peek();
      for (const letter of person.written) {
        if (letter.page !== page.name) continue;
        const delivery = texts.find(({ text }) => text === letter.text)?.delivery;
        const isRead = this.#read.has(letter.text);
        const withReader = state.name === "connected" && state.peer.holder === letter.to;
        if (delivery === "delivered" && !isRead) {
          this.#breach(letter, "was never shown, yet counts as delivered");
        }
        if (delivery === "sent" && withReader && !isRead) this.#breach(letter, "never arrived");
      }
    }
  }

  /** A person may hold several seats in a life; texts for any of them are theirs. */
  #learnHolder(person: Person): void {
    const token = person.page.tab.seat?.token;
    if (token === undefined || this.#tokens.get(person.name) === token) return;
    this.#tokens.set(person.name, token);
    const holders = this.#holders.get(person.name) ?? new Set();
    holders.add(holderOf(hashToken(token)));
    this.#holders.set(person.name, holders);
  }

  #onTexts(person: Person, reader: Reader, texts: readonly ChatText[]): void {
    for (const { id, from, text } of texts) {
      if (id < reader.read) continue;
      reader.read = id + 1;
      if (from === "friend") this.#onText(person, reader, text);
    }
  }

  #onText(person: Person, reader: Reader, text: string): void {
    const letter = this.#people.flatMap(({ written }) => written).find((one) => one.text === text);
    if (letter === undefined) return this.#world.breach(RULE, `nobody wrote "${text}"`);
    const { page, number } = letter;
    const last = reader.last.get(page) ?? -1;
    if (number === last) this.#breach(letter, `was shown twice on ${person.page.name}`);
    if (number < last) this.#breach(letter, `was shown late on ${person.page.name}`);
    reader.last.set(page, number);
    this.#read.add(text);
    this.#received.push({ letter, reader: person.name, atMs: this.#world.scheduler.now });
  }

  /** Whom a text was meant for is known once the screen it was written on was painted. */
  #checkReceived(untilMs: number): void {
    for (let next = this.#received[0]; next !== undefined; next = this.#received[0]) {
      if (next.atMs > untilMs) return;
      this.#received.shift();
      const { letter, reader } = next;
      if (letter.to !== null && this.#holders.get(reader)?.has(letter.to)) continue;
      const meant = letter.to === null ? "nobody" : "somebody else";
      this.#breach(letter, `was meant for ${meant} and read by ${reader}`);
    }
  }

  #breach({ text }: Letter, what: string): void {
    this.#world.breach(RULE, `"${text}" ${what}`);
  }
}
