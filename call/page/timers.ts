/** Named one-shot timers: starting one again replaces it. */
import type { Clock } from "../../signaling/clock.ts";

export interface Timers {
  start(name: string, ms: number, due: () => void): void;
  stop(name: string): void;
  stopAll(): void;
}

export function createTimers(clock: Clock): Timers {
  const running = new Map<string, () => void>();
  function stop(name: string): void {
    running.get(name)?.();
    running.delete(name);
  }
  return {
    start(name, ms, due) {
      stop(name);
      const cancel = clock.after(ms, () => {
        running.delete(name);
        due();
      });
      running.set(name, cancel);
    },
    stop,
    stopAll() {
      for (const name of [...running.keys()]) stop(name);
    },
  };
}
