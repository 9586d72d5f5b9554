import { AssertionError } from "./assertion_error.ts";
import { explain } from "./_message.ts";

/** The values that count as false, as far as a type can say. */
export type Falsy = false | 0 | 0n | "" | null | undefined;

/**
 * Holds when `expr` is truthy.
 *
 * @throws {AssertionError} With exactly `msg` as its message.
 */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/**
 * Holds when `expr` is falsy.
 *
 * @throws {AssertionError} With exactly `msg` as its message.
 */
export function assertFalse(expr: unknown, msg = ""): asserts expr is Falsy {
  if (expr) throw new AssertionError(msg);
}

/** Holds when `actual` is neither `null` nor `undefined`. */
export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T> {
  if (actual == null) {
    throw new AssertionError(explain(`A value must exist, got ${actual}`, msg));
  }
}
