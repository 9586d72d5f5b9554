import { AssertionError } from "./assertion_error.ts";
import { explain } from "./_message.ts";

/** Holds when `actual` contains `expected`. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(explain(`"${expected}" is missing in "${actual}"`, msg));
}

/** Holds when the pattern matches somewhere in `actual`. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  if (expected.test(actual)) return;
  throw new AssertionError(explain(`${expected} does not match "${actual}"`, msg));
}

/** Holds when the pattern matches nowhere in `actual`. */
export function assertNotMatch(actual: string, expected: RegExp, msg?: string): void {
  if (!expected.test(actual)) return;
  throw new AssertionError(explain(`${expected} should not match "${actual}"`, msg));
}
