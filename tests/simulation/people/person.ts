/** Somebody at a page: what they want, what they see, and how they answer it. */
import { holderOf, isSeated, linkOf } from "../../../call/machine/state.ts";
import type { Browser } from "../models/page/browser.ts";
import type { Page } from "../models/page/page.ts";
import type { Tab } from "../models/page/storage.ts";
import type { Chance } from "../models/random.ts";
import { answerTo, type Traits } from "./answers.ts";
import { type Letter, Letters } from "./letters.ts";

/** How long people take to answer a screen, ms. */
const ANSWER_MS = [200, 1_500] as const;
/** A screen may be painted this much after its state, ms. */
const PAINT_MS = 400;

export class Person {
  readonly name: string;
  readonly browser: Browser;
  readonly traits: Traits;
  page: Page;
  /** The room they want to talk in; `null`: they do not want to talk. */
  wish: string | null;
  /** The room they asked this page to take them to and did not take back. */
  asked: string | null = null;
  /** Since when the screen shows its state and friend, ms of virtual time. */
  since = 0;
  /** Since when their page has its connection, ms of virtual time. */
  linkSince = 0;
  /** When they last asked for another try at a way to the friend, ms of virtual time. */
  triedAt = -Infinity;
  readonly letters = new Letters();
  #shown = "";
  #link = "";
  readonly #chance: Chance;
  #answering: (() => void) | null = null;
  /** For as long as the prompt told. */
  #waited = false;

  constructor(
    browser: Browser,
    options: {
      readonly name: string;
      readonly room: string;
      readonly traits: Traits;
      readonly tab?: Tab;
    },
  ) {
    this.browser = browser;
    this.name = options.name;
    this.traits = options.traits;
    this.wish = options.room;
    this.#chance = browser.chance.fork(`person ${options.name}`);
    this.page = this.#open(options.room, options.tab);
  }

  get state() {
    return this.page.view.call.value.state;
  }

  /** Whether sitting in this room is what they asked this page for. */
  askedFor(room: string): boolean {
    return this.asked === room;
  }

  /** Opens the page anew: a reload keeps the tab, a return after a crash does not. */
  reopen(room: string, tab?: Tab): void {
    this.page = this.#open(room, tab);
  }

  join(): void {
    this.wish ??= ROOM;
    this.#answerSoon();
  }

  /** Where the screen has a button for it. */
  cancel(): void {
    if (!["joining", "full", "prompt"].includes(this.state.name)) return;
    this.wish = null;
    this.#do({ type: "cancel" });
  }

  leave(): void {
    if (!isSeated(this.state)) return this.cancel();
    this.wish = null;
    this.#do({ type: "leave" });
  }

  /** Leaves or cancels, and goes where nobody is. */
  changeRoom(): void {
    this.leave();
    if (this.wish === null) this.wish = OTHER_ROOM;
    this.#answerSoon();
  }

  /** Writes, as a person would: only with somebody to write to on the screen. */
  write(count: number): void {
    const { page } = this;
    page.actor.run(() => {
      for (let i = 0; i < count; i++) {
        const { state } = page.view.call.value;
        const to = holderOf(state);
        const letter = this.letters.write(this.name, page.name, to);
        page.view.sendText(letter.text);
        // The friend may be there already and be painted in a moment.
        if (to === null) page.actor.after(PAINT_MS, () => letter.to = holderOf(this.state));
      }
    });
  }

  /** Mutes, turns the camera off and saves data; or takes all of it back. */
  setControls(on: boolean): void {
    const { page } = this;
    page.actor.run(() => {
      page.view.setMuted(on);
      page.view.setCameraOff(on);
      page.view.setLowData(on);
    });
  }

  get written(): readonly Letter[] {
    return this.letters.all;
  }

  #open(room: string, tab?: Tab): Page {
    const page = this.browser.open(room, tab);
    // A page that returns by itself does what was asked of the page before it.
    page.view.call.subscribe(() => {
      this.#see(page);
    });
    return page;
  }

  /** Something else is on the screen. */
  #see(page: Page): void {
    if (page !== this.page && this.page !== undefined) return;
    const { state } = page.view.call.value;
    // A friend who comes, or comes back, is a new thing on the screen, too.
    const who = "peer" in state ? state.peer?.session : "";
    const shown = `${state.name} ${who} ${"away" in state && state.away}`;
    if (shown !== this.#shown) this.since = this.browser.world.scheduler.now;
    this.#shown = shown;
    const link = linkOf(state)?.id ?? "";
    if (link !== this.#link) this.linkSince = this.browser.world.scheduler.now;
    this.#link = link;
    if (state.name === "ended" && state.because !== "left") this.wish = null;
    if (state.name === "ended") this.asked = null;
    if (state.name === "full") this.asked = state.autoRetry ? state.room : null;
    if (state.name === "prompt") this.asked = null;
    if (state.name === "joining" && state.returning) this.asked = state.room;
    this.#answerSoon();
  }

  #answerSoon(ms = this.#chance.between(...ANSWER_MS)): void {
    if (this.#answering !== null) return;
    this.#answering = this.browser.world.scheduler.after(ms, () => {
      this.#answering = null;
      this.page.actor.run(() => this.#answer());
    });
  }

  /** Does what the screen asks for. */
  #answer(): void {
    if (!this.page.alive) return;
    const { state, wish, traits } = this;
    const { event, againMs, asks } = answerTo(state, { wish, waited: this.#waited, traits });
    this.#waited = state.name === "prompt" && event === null && againMs !== null;
    if (asks) this.asked = wish;
    if (event?.type === "try-connection") this.triedAt = this.browser.world.scheduler.now;
    if (event !== null) this.#do(event);
    if (againMs !== null) this.#answerSoon(againMs);
  }

  #do(event: Parameters<Page["view"]["dispatch"]>[0]): void {
    const { page } = this;
    page.actor.run(() => page.view.dispatch(event));
  }
}

export const ROOM = "Kitchen";
export const OTHER_ROOM = "Garden";
