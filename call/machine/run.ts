/** Runs the reducer: one event after the other, effects in order, then the screens. */
import type { Signal } from "@preact/signals";
import type { CallEvent, Effect } from "./events.ts";
import { reduce } from "./reduce.ts";
import type { Call } from "./state.ts";

export interface LoopOptions {
  /** What the screens see. */
  readonly shown: Signal<Call>;
  readonly run: (effect: Effect) => void;
  /** After each event's effects. */
  readonly after: (call: Call) => void;
  /**
   * Something more urgent than painting: laying out a new screen on the main thread would hold an
   * answer back by 50–100 ms, and with it the friend's first frame. `null`: nothing is.
   */
  readonly urgent: () => Promise<void> | null;
}

export interface Loop {
  /** The call as it is, which the screens may not show yet. */
  readonly call: Call;
  /** Takes an event; one that an effect causes waits for its turn. */
  dispatch(event: CallEvent): void;
}

export function createLoop({ shown, run, after, urgent }: LoopOptions): Loop {
  let call = shown.value;
  const waiting: CallEvent[] = [];
  let running = false;

  function show(): void {
    const wait = urgent();
    if (wait === null) shown.value = call;
    else void wait.then(show);
  }

  return {
    get call() {
      return call;
    },
    dispatch(event) {
      waiting.push(event);
      if (running) return;
      running = true;
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const step = reduce(call, next, Date.now());
          call = step.call;
          step.effects.forEach(run);
          after(call);
        }
      } finally {
        running = false;
      }
      show();
    },
  };
}
