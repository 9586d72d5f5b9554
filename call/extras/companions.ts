/**
 * Loads the extras when there is a call, and tells them then what they missed. Nobody needs them to
 * join, nor for the first picture.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { ExtraMessage } from "../connection/wires.ts";
import type { ExtraContext, ExtraEvents } from "./extra.ts";
import type { Extras, RunningExtras } from "./extras.ts";

/** Where their code comes from. */
export type LoadExtras = () => Promise<{ createExtras(context: ExtraContext): RunningExtras }>;

export interface Companions extends Omit<ExtraEvents, "receive"> {
  /** `null`: not loaded yet. */
  readonly view: ReadonlySignal<Extras | null>;
  /** They are wanted from now on. */
  load(): void;
  receive(message: ExtraMessage): void;
}

/** What a friend says until they are loaded; an honest page says little before it hears of them. */
const MAX_EARLY = 64;

export function createCompanions(loadExtras: LoadExtras, context: ExtraContext): Companions {
  const view = signal<Extras | null>(null);
  let running: RunningExtras | null = null;
  let loading = false;
  let holder: string | null = null;
  let connection: Connection | null = null;
  let isOpen = false;
  let early: ExtraMessage[] = [];

  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      const { createExtras } = await loadExtras();
      running = createExtras(context);
    } catch (error) {
      // For want of a network perhaps: the next call for them tries again.
      loading = false;
      return context.platform.reportBug("Cannot load the extras", error);
    }
    running.with(holder);
    if (connection !== null) running.follow(connection);
    if (isOpen) running.opened();
    for (const { of, body } of early.splice(0)) running.receive(of, body);
    view.value = running.view;
  }

  return {
    view,
    load: () => void load(),
    with(whom) {
      if (whom === holder) return;
      holder = whom;
      early = [];
      running?.with(whom);
    },
    follow(next) {
      connection = next;
      isOpen = false;
      running?.follow(next);
    },
    opened() {
      isOpen = true;
      running?.opened();
    },
    carries: () => running?.carries(),
    receive(message) {
      if (running !== null) return running.receive(message.of, message.body);
      if (early.length < MAX_EARLY) early.push(message);
      void load();
    },
    release() {
      connection = null;
      isOpen = false;
      early = [];
      running?.release();
    },
    end: () => running?.end(),
  };
}
