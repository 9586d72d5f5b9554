import { AssertionError, explain } from "./assertion_error.ts";

/** Holds when `expr` is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/** Holds when `actual < expected`. A `msg` replaces the whole message. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  if (actual < expected) return;
  throw new AssertionError(msg ?? `Expected ${actual} to be less than ${expected}`);
}

/** Holds when `actual` contains `expected`. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(explain(`"${actual}" does not contain "${expected}"`, msg));
}
