import { inspect } from "node:util";
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

/** The lines of both values between what they begin and end with: `-` is `actual`, `+` is `expected`. */
function difference(actual: unknown, expected: unknown): string {
  const [a, b] = [lines(actual), lines(expected)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const signed = (sign: string, part: string[]) => part.map((line) => `${sign}   ${line}`);
  const body = [
    ...signed(" ", a.slice(0, start)),
    ...signed("-", a.slice(start, a.length - end)),
    ...signed("+", b.slice(start, b.length - end)),
    ...signed(" ", a.slice(a.length - end)),
  ];
  return ["", "", "    - actual  + expected", "", ...body, ""].join("\n");
}
