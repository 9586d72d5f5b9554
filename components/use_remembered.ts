import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { load, store } from "./storage.ts";

export interface Remembered<T extends string> {
  readonly value: Signal<T>;
  set(value: T): void;
}

/**
 * One choice out of a few words, kept across visits.
 *
 * @param key under which it is stored
 * @param choices the words that are allowed; the first is the default
 */
export function useRemembered<T extends string>(
  key: string,
  choices: readonly [T, ...T[]],
): Remembered<T> {
  const value = useSignal<T>(choices[0]);
  useEffect(() => {
    const stored = load(key);
    const known = choices.find((choice) => choice === stored);
    if (known !== undefined) value.value = known;
  }, [key]);
  return {
    value,
    set(next) {
      value.value = next;
      store(key, next);
    },
  };
}
