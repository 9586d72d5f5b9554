/** Where browsers replay lives: two people behind routers, a third beside the server. */
import { sendText } from "../../networks/observe.ts";
import { type Scene, setScene } from "../../networks/scene.ts";
import { carla } from "../../rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../../rig/person.ts";
import { type SeatWatch, watchSeat } from "../../rig/seat_watch.ts";
import { Letters } from "../people/letters.ts";
import type { PersonSetting, Setting } from "../schedule/happenings.ts";

export interface Stage {
  readonly scene: Scene;
  /** By the number of who they are; a replay may do without the third. */
  readonly players: readonly [Player, Player, Player];
}

/** The networks, the server and the browsers: one for all replays. */
export interface Theatre extends AsyncDisposable {
  readonly scene: Scene;
  readonly third: LaunchedPerson;
}

export async function openTheatre(): Promise<Theatre> {
  await using building = new AsyncDisposableStack();
  const scene = building.use(await setScene());
  const third = building.use(
    await launchPerson(carla, {
      namespace: scene.network.server,
      secureOrigins: [new URL(scene.app.url).origin],
    }),
  );
  const whole = building.move();
  return { scene, third, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}

/** Every replay has a room of its own, and people who have not opened the page yet. */
export function setStage(
  { scene, third }: Theatre,
  { room, setting }: { readonly room: string; readonly setting: Setting },
): Stage {
  const address = new URL(`/r/${encodeURIComponent(room)}`, scene.app.url).href;
  const [ann, ben, cleo] = setting.people;
  return {
    scene,
    players: [
      new Player({
        ...{ setting: ann, address, person: () => scene.first },
        restart: () => scene.comeBack("first"),
      }),
      new Player({
        ...{ setting: ben, address, person: () => scene.second },
        restart: () => scene.comeBack("second"),
      }),
      new Player({
        ...{ setting: cleo, address, person: () => third },
        restart: () => Promise.reject(new Error("Cannot restart the third browser")),
      }),
    ],
  };
}

interface PlayerOptions {
  readonly setting: PersonSetting | undefined;
  readonly address: string;
  readonly person: () => LaunchedPerson;
  readonly restart: () => Promise<void>;
}

/** Somebody at a real browser, who does what the model's people do. */
export class Player {
  readonly name: string;
  readonly #options: PlayerOptions;
  readonly #letters = new Letters();
  #opened = 0;
  #tab: { readonly page: LaunchedPerson["page"]; readonly seat: SeatWatch } | null = null;

  constructor(options: PlayerOptions) {
    this.name = options.setting?.name ?? "nobody";
    this.#options = options;
  }

  get person(): LaunchedPerson {
    return this.#options.person();
  }

  /** This life of their page, named as the model names it. */
  get page(): string {
    return `${this.name}#${this.#opened}`;
  }

  get isHere(): boolean {
    return this.#opened > 0;
  }

  /** Resolves once the server has given them their seat (again). */
  async seated(): Promise<void> {
    if (this.#tab === null) throw new Error(`${this.name} has opened no page`);
    await this.#tab.seat.seated();
  }

  /** Opens the page for the first time and asks to be taken to the room. */
  async open(): Promise<void> {
    await this.openAgain();
    await this.join();
  }

  /** Opens the page and waits for what it does by itself. */
  async openAgain(): Promise<void> {
    this.#opened++;
    const { page } = this.person;
    if (this.#tab?.page !== page) this.#tab = { page, seat: watchSeat(page) };
    await this.person.open(this.#options.address);
  }

  async reload(): Promise<void> {
    this.#opened++;
    await this.person.reload();
  }

  /** After the browser was killed. */
  async comeBack(): Promise<void> {
    await this.#options.restart();
    await this.openAgain();
  }

  /** From the prompt, or after leaving. */
  async join(): Promise<void> {
    const { person } = this;
    const before = await person.waitState("prompt", "ended");
    await person.press(before === "prompt" ? "Join" : "Call again");
    const after = await person.waitState("waiting", "connecting", "connected", "full");
    if (after !== "full" || this.#options.setting?.whenFull !== "agrees") return;
    await person.page.getByRole("switch", { name: "Join by itself when a place is free" }).click();
  }

  /** The words that the model's person writes. */
  async write(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      await sendText(this.person, this.#letters.write(this.name, this.page, null).text);
    }
  }
}
