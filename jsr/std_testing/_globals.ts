import type { Clock, TimerCallback } from "./_clock.ts";

/** The machine's own time, kept before anything is faked. */
export const real = {
  Date: globalThis.Date,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};
const realAbortTimeout = AbortSignal.timeout;

/** What went wrong with faked time. */
export class TimeError extends Error {
  /** @param message What could not be done, and why. */
  constructor(message: string) {
    super(message);
    this.name = "TimeError";
  }
}

/** Puts the globals that tell or wait for time under `clock`, until {@linkcode uninstall}. */
export function install(clock: Clock): void {
  const timer = (name: string, repeat: boolean) => {
    return (callback: unknown, delay = 0, ...args: unknown[]): number => {
      if (typeof callback === "function") {
        return clock.add(callback as TimerCallback, delay, args, repeat);
      }
      throw new TimeError(`Cannot fake ${name}: its callback is not a function`);
    };
  };
  const clear = (id?: unknown) => clock.remove(id);
  Object.assign(globalThis, {
    Date: fakeDate(clock),
    setTimeout: timer("setTimeout", false),
    setInterval: timer("setInterval", true),
    clearTimeout: clear,
    clearInterval: clear,
  });
  AbortSignal.timeout = (ms: number) => abortAfter(clock, ms);
}

/** Gives the globals back to the machine. */
export function uninstall(): void {
  Object.assign(globalThis, real);
  AbortSignal.timeout = realAbortTimeout;
}

/** `Date`, except that the present is the clock's. */
function fakeDate(clock: Clock): DateConstructor {
  const now = () => clock.now;
  return new Proxy(real.Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: (target) => new target(now()).toString(),
    get: (target, key, receiver) => key === "now" ? now : Reflect.get(target, key, receiver),
  });
}

function abortAfter(clock: Clock, ms: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException("Time is up", "TimeoutError"));
  clock.add(abort, ms, [], false);
  return controller.signal;
}
