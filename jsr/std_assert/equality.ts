import { diff, inspect } from "node:util";
import { AssertionError, explain } from "./assertion_error.ts";
import { equal } from "./equal.ts";

/** Holds when both values are deeply equal, see {@linkcode equal}. The message shows how not. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(explain("Not equal", msg) + difference(actual, expected));
}

/** Holds when the values are not deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(explain(`Should differ, but both equal ${show(actual)}`, msg));
}

/** Holds when both are the same value, as `Object.is` tells. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  throw new AssertionError(explain("Not the same", msg) + difference(actual, expected));
}

/** A value as text, complete and with sorted keys, so that equal values read the same. */
function show(value: unknown): string {
  return inspect(value, {
    ...{ depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity },
    ...{ sorted: true, compact: false, getters: true },
  });
}

/** A text line by line, each quoted so that blanks show; any other value as {@linkcode show} has it. */
function lines(value: unknown): string[] {
  return typeof value === "string" ? value.split(/(?<=\n)/).map(show) : show(value).split("\n");
}

/** The lines of both values: `-` is only in `actual`, `+` is only in `expected`. */
function difference(actual: unknown, expected: unknown): string {
  const signs = { "-1": "+", "0": " ", "1": "-" };
  const body = diff(lines(actual), lines(expected))
    .map(([side, line]) => `${signs[`${side}`]}   ${line}`);
  return ["", "", "    - actual  + expected", "", ...body, ""].join("\n");
}
