import { AssertionError } from "./assertion_error.ts";
import { explain, show, showDifference } from "./_message.ts";

/** Holds when both are the same value by `Object.is`: the same reference, and `0` is not `-0`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  if (show(actual) === show(expected)) {
    throw new AssertionError(explain(`Alike, but not the same object`, msg) + `\n${show(actual)}`);
  }
  throw new AssertionError(explain("Not the same value", msg) + showDifference(actual, expected));
}

/** Holds when the values are not the same by `Object.is`. */
export function assertNotStrictEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!Object.is(actual, expected)) return;
  throw new AssertionError(explain(`Should not be the same value as ${show(expected)}`, msg));
}
