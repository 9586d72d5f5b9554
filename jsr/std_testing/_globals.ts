import { type Clock, TimeError, type TimerCallback } from "./_clock.ts";

/** The globals that tell time or wait for it. */
export interface Timing {
  Date: DateConstructor;
  setTimeout: typeof globalThis.setTimeout;
  clearTimeout: typeof globalThis.clearTimeout;
  setInterval: typeof globalThis.setInterval;
  clearInterval: typeof globalThis.clearInterval;
  /** `AbortSignal.timeout` */
  abortTimeout: typeof AbortSignal.timeout;
}

/** The machine's own, kept before anything is faked. */
export const real: Timing = {
  Date: globalThis.Date,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  abortTimeout: AbortSignal.timeout,
};

/** Makes these the globals that all code sees. */
export function rule({ abortTimeout, ...globals }: Timing): void {
  Object.assign(globalThis, globals);
  AbortSignal.timeout = abortTimeout;
}

/** Globals that go by `clock`. */
export function fakeTiming(clock: Clock): Timing {
  const clear = (id?: unknown) => clock.remove(id);
  return {
    Date: fakeDate(clock),
    setTimeout: fakeTimer(clock, "setTimeout", false) as unknown as typeof setTimeout,
    setInterval: fakeTimer(clock, "setInterval", true) as unknown as typeof setInterval,
    clearTimeout: clear,
    clearInterval: clear,
    abortTimeout(ms) {
      const controller = new AbortController();
      const abort = () => controller.abort(new DOMException("Signal timed out.", "TimeoutError"));
      clock.add(abort, ms, [], false);
      return controller.signal;
    },
  };
}

function fakeTimer(clock: Clock, name: string, repeat: boolean) {
  return (callback: unknown, delay = 0, ...args: unknown[]): number => {
    if (typeof callback === "function") {
      return clock.add(callback as TimerCallback, delay, args, repeat);
    }
    throw new TimeError(`Cannot fake ${name}: its callback is not a function`);
  };
}

/** `Date`, except that the present is the clock's, until that stops. */
function fakeDate(clock: Clock): DateConstructor {
  const now = () => clock.stopped ? real.Date.now() : clock.now;
  return new Proxy(real.Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: (target) => new target(now()).toString(),
    get: (target, key, receiver) => key === "now" ? now : Reflect.get(target, key, receiver),
  });
}
