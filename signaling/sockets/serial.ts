/** Runs tasks one after another; a task that is not asynchronous, with none waiting, runs at once. */
export class Serial {
  /** Made when first needed: most sockets idle most of their life. */
  #waiting: (() => void | Promise<void>)[] | null = null;
  readonly #onBug: (error: unknown) => void;
  #busy = false;

  /** @param onBug told what a task threw; the next task runs all the same */
  constructor(onBug: (error: unknown) => void) {
    this.#onBug = onBug;
  }

  /** How many tasks wait for the current one. */
  get waiting(): number {
    return this.#waiting?.length ?? 0;
  }

  run(task: () => void | Promise<void>): void {
    if (this.#busy) (this.#waiting ??= []).push(task);
    else this.#start(task);
  }

  #start(task: () => void | Promise<void>): void {
    try {
      const running = task();
      if (running === undefined) return;
      this.#busy = true;
      running.catch(this.#onBug).finally(() => this.#next());
    } catch (error) {
      this.#onBug(error);
    }
  }

  #next(): void {
    this.#busy = false;
    while (!this.#busy) {
      const task = this.#waiting?.shift();
      if (task === undefined) {
        this.#waiting = null;
        return;
      }
      this.#start(task);
    }
  }
}
