import { AssertionError } from "./assertion_error.ts";
import { explain, show } from "./_message.ts";

/** Holds when `actual > expected`. A `msg` replaces the whole message. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual > expected)) throw outOfOrder(actual, ">", expected, msg);
}

/** Holds when `actual >= expected`. A `msg` replaces the whole message. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual >= expected)) throw outOfOrder(actual, ">=", expected, msg);
}

/** Holds when `actual < expected`. A `msg` replaces the whole message. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual < expected)) throw outOfOrder(actual, "<", expected, msg);
}

/** Holds when `actual <= expected`. A `msg` replaces the whole message. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual <= expected)) throw outOfOrder(actual, "<=", expected, msg);
}

/**
 * Holds when the numbers are at most `tolerance` apart.
 *
 * @param tolerance In the unit of the numbers; by default a ten-millionth of `expected`.
 */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance: number = defaultTolerance(expected),
  msg?: string,
): void {
  const distance = Math.abs(actual - expected);
  if (Object.is(actual, expected) || distance <= tolerance) return;
  throw new AssertionError(
    explain(
      `${actual} is ${distance} away from ${expected}, more than ${tolerance}`,
      msg,
    ),
  );
}

function outOfOrder(actual: unknown, relation: string, expected: unknown, msg?: string) {
  return new AssertionError(msg ?? `Must hold: ${show(actual)} ${relation} ${show(expected)}`);
}

/** Rounding errors grow with the number; infinity has no share that would make sense. */
function defaultTolerance(expected: number): number {
  return Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7;
}
