/** Runs the reducer: one event after the other, effects in order, then the screens. */
import type { Signal } from "@preact/signals";
import type { Effect, Moment } from "./effects.ts";
import type { CallEvent } from "./events.ts";
import { reduce } from "./reduce.ts";
import type { Call } from "./state.ts";

export interface LoopOptions {
  /** What the screens see. */
  readonly shown: Signal<Call>;
  readonly run: (effect: Effect) => void;
  /** After each event's effects. */
  readonly after: (call: Call, before: Call) => void;
  readonly moment: () => Moment;
  /**
   * Something more urgent than painting: laying out a new screen on the main thread would hold an
   * answer back by 50–100 ms, and with it the friend's first frame. `null`: nothing is.
   */
  readonly urgent: () => Promise<void> | null;
  /** Told what an effect threw; the rest of the step goes on. */
  readonly bug: (what: string, error: unknown) => void;
}

export interface Loop {
  /** The call as it is, which the screens may not show yet. */
  readonly call: Call;
  /** Takes an event; one that an effect causes waits for its turn. */
  dispatch(event: CallEvent): void;
}

export function createLoop(options: LoopOptions): Loop {
  const { shown, run, after, moment, urgent, bug } = options;
  let call = shown.value;
  const waiting: CallEvent[] = [];
  let running = false;

  function show(): void {
    const wait = urgent();
    if (wait === null) shown.value = call;
    else void wait.then(show);
  }

  function guarded(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      bug(what, error);
    }
  }

  function step(event: CallEvent): void {
    const before = call;
    const next = reduce(call, event, moment());
    call = next.call;
    for (const effect of next.effects) guarded(`effect ${effect.type}`, () => run(effect));
    guarded("after a step", () => after(call, before));
  }

  return {
    get call() {
      return call;
    },
    dispatch(event) {
      waiting.push(event);
      if (running) return;
      running = true;
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const current = next;
        guarded(`event ${current.type}`, () => step(current));
      }
      running = false;
      show();
    },
  };
}
