/** Named one-shot timers: starting one again replaces it. */
export interface Timers {
  start(name: string, ms: number, due: () => void): void;
  stop(name: string): void;
  stopAll(): void;
}

export function createTimers(): Timers {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  function stop(name: string): void {
    clearTimeout(running.get(name));
    running.delete(name);
  }
  return {
    start(name, ms, due) {
      stop(name);
      running.set(
        name,
        setTimeout(() => {
          running.delete(name);
          due();
        }, ms),
      );
    },
    stop,
    stopAll() {
      for (const name of [...running.keys()]) stop(name);
    },
  };
}
