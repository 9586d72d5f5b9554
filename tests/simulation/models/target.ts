/** The least of an EventTarget: `on…` properties and listeners, called in that order. */

export type Listener = (event: never) => unknown;

export class Target {
  #listeners: Map<string, Set<Listener>> | null = null;

  addEventListener(
    type: string,
    listener: Listener,
    options?: boolean | { once?: boolean; signal?: AbortSignal },
  ): void {
    const all = this.#listeners ??= new Map();
    const of = all.get(type) ?? new Set();
    all.set(type, of);
    const { once = false, signal } = typeof options === "object" ? options : {};
    if (!once) of.add(listener);
    else {
      const single: Listener = (event) => {
        of.delete(single);
        listener(event);
      };
      of.add(single);
    }
    signal?.addEventListener("abort", () => of.delete(listener), { once: true });
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners?.get(type)?.delete(listener);
  }

  /** Tells everybody who listens. */
  emit(type: string, event: Readonly<Record<string, unknown>> = {}): void {
    const told = { type, target: this, preventDefault() {}, ...event };
    const handler = (this as Readonly<Record<string, unknown>>)[`on${type}`];
    if (typeof handler === "function") handler.call(this, told);
    const listeners = this.#listeners?.get(type);
    if (listeners === undefined) return;
    for (const listener of [...listeners]) listener(told as never);
  }
}
