import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { explain, show, showDifference } from "./_message.ts";

/** Holds when both values are deeply equal, see {@linkcode equal}. The message shows how not. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(explain("Not equal", msg) + showDifference(actual, expected));
}

/** Holds when the values are not deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(explain(`Should differ, but both equal ${show(actual)}`, msg));
}
