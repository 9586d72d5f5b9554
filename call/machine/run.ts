/** Runs the reducer: one event after the other, effects in order, then the screens. */
import type { Effect, Moment } from "./effects.ts";
import type { CallEvent } from "./events.ts";
import { reduce } from "./reduce.ts";
import type { Call } from "./state.ts";

export interface LoopOptions {
  readonly first: Call;
  /** After each event and those it caused: the call is to be seen (`showing.ts`). */
  readonly show: (call: Call) => void;
  readonly run: (effect: Effect) => void;
  /** After each event's effects. */
  readonly after: (call: Call, before: Call) => void;
  readonly moment: () => Moment;
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
  const { show, run, after, moment, bug } = options;
  let call = options.first;
  const waiting: CallEvent[] = [];
  let running = false;

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
      show(call);
    },
  };
}
