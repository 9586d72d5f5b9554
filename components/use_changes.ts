import { useRef } from "preact/hooks";

/** Counts how often `value` became another one; as a `key` it makes the same words news again. */
export function useChanges(value: unknown): number {
  const seen = useRef({ value, count: 0 });
  if (seen.current.value !== value) seen.current = { value, count: seen.current.count + 1 };
  return seen.current.count;
}
