/** One person's browser on one machine: tabs come and go, the machine moves and sleeps. */
import type { Device as Machine } from "../network.ts";
import type { Habits } from "../peer/habits.ts";
import type { Chance } from "../random.ts";
import type { World } from "../world.ts";
import { Hardware } from "./devices.ts";
import { Page } from "./page.ts";
import { type Database, Locks, newTab, type Tab } from "./storage.ts";

/** How soon a page hears that the network changed, ms. */
const HINT_MS = [5, 60] as const;

export interface BrowserOptions {
  readonly name: string;
  readonly habits: Habits;
  readonly locks: boolean;
  readonly clockErrorMs: number;
  /** Whether its pages ask about whoever comes in. */
  readonly asksFirst: boolean;
}

export class Browser {
  readonly world: World;
  readonly name: string;
  readonly habits: Habits;
  readonly chance: Chance;
  readonly device: Machine;
  /** How wrong the machine's clock is, ms. */
  readonly clockErrorMs: number;
  readonly asksFirst: boolean;
  /** `undefined`: a browser without Web Locks. */
  readonly locks: Locks | undefined;
  readonly hardware = new Hardware();
  readonly database: Database = { seats: [] };
  readonly pages: Page[] = [];
  #opened = 0;

  constructor(world: World, { name, habits, locks, clockErrorMs, asksFirst }: BrowserOptions) {
    this.world = world;
    this.name = name;
    this.clockErrorMs = clockErrorMs;
    this.asksFirst = asksFirst;
    this.locks = locks ? new Locks() : undefined;
    this.habits = habits;
    this.chance = world.chance.fork(`browser ${name}`);
    this.device = world.network.device(name);
  }

  /** Opens an address that names a room, in a new tab or in `tab`. */
  open(room: string, tab: Tab = newTab()): Page {
    const name = `${this.name}#${++this.#opened}`;
    const page = new Page(this, tab, { then: { room, enter: false }, name });
    this.pages.push(page);
    return page;
  }

  get living(): Page[] {
    return this.pages.filter(({ alive }) => alive);
  }

  /** All tabs at once, without a word. */
  kill(): void {
    for (const page of this.living) page.kill();
  }

  /** Scripts stand still; the browser's own threads go on. */
  freeze(): void {
    for (const page of this.living) page.actor.freeze();
  }

  thaw(): void {
    for (const page of this.living) page.actor.thaw();
    this.#hint();
  }

  /** The lid is closed. */
  sleep(): void {
    this.freeze();
    this.world.network.change(this.device, { asleep: true });
  }

  wake(): void {
    this.world.network.change(this.device, { asleep: false });
    this.thaw();
  }

  loseLink(): void {
    this.world.network.change(this.device, { linkUp: false });
  }

  findLink(): void {
    this.world.network.change(this.device, { linkUp: true });
    this.#hint();
  }

  /** Another network: what was bound to the old address is dead. */
  move(): void {
    this.world.network.change(this.device, { address: this.device.address + 1 });
    if (this.chance.happens(0.7)) this.#hint();
  }

  #hint(): void {
    this.world.scheduler.after(this.chance.between(...HINT_MS), () => {
      for (const page of this.living) page.hint();
    });
  }
}
