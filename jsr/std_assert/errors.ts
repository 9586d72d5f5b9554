import { stripVTControlCharacters } from "node:util";
import { AssertionError, explain } from "./assertion_error.ts";

// deno-lint-ignore no-explicit-any -- the published signature
type ErrorClass<E extends Error = Error> = abstract new (...args: any[]) => E;

/** What the published forms `(fn, msg?)` and `(fn, ErrorClass, msgIncludes?, msg?)` ask for. */
type Expected = [classOrMsg?: ErrorClass | string, msgIncludes?: string, msg?: string];

/** Holds when `fn` throws, whatever. Returns what it threw. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** Holds when `fn` throws an error of this class with this text in its message. Returns it. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(fn: () => unknown, ...expected: Expected): unknown {
  try {
    fn();
  } catch (thrown) {
    return checked(thrown, expected);
  }
  throw new AssertionError(explain("Nothing was thrown", wordsOf(expected)));
}

/** Holds when the promise of `fn` rejects, whatever with. Resolves to what it rejected with. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
/** Holds when the promise rejects with an error of this class and this text. Resolves to it. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  ...expected: Expected
): Promise<unknown> {
  const promise = start(fn, wordsOf(expected));
  try {
    await promise;
  } catch (reason) {
    return checked(reason, expected);
  }
  throw new AssertionError(explain("The promise did not reject", wordsOf(expected)));
}

/** A function that throws at once, or returns no promise, is not one that rejects. */
function start(fn: () => PromiseLike<unknown>, msg?: string): PromiseLike<unknown> {
  let promise: unknown;
  try {
    promise = fn();
  } catch (cause) {
    throw new AssertionError(explain("Threw at once instead of rejecting", msg), { cause });
  }
  const isThenable = typeof promise === "object" && promise !== null && "then" in promise;
  if (isThenable) return promise as PromiseLike<unknown>;
  throw new AssertionError(explain("Returned no promise", msg));
}

/** What was caught, if it is what was expected. Without a class anything will do. */
function checked(caught: unknown, [wanted, text, msg]: Expected): unknown {
  if (wanted === undefined || typeof wanted === "string") return caught;
  if (!(caught instanceof wanted)) {
    const found = caught instanceof Error
      ? `${caught.constructor.name} "${caught.message}"`
      : `${typeof caught}`;
    throw new AssertionError(explain(`Not an error of class ${wanted.name}, but ${found}`, msg), {
      cause: caught,
    });
  }
  const message = stripVTControlCharacters(caught.message);
  if (text === undefined || message.includes(stripVTControlCharacters(text))) return caught;
  throw new AssertionError(explain(`The message lacks "${text}", it is "${message}"`, msg), {
    cause: caught,
  });
}

function wordsOf([classOrMsg, , msg]: Expected): string | undefined {
  return typeof classOrMsg === "string" ? classOrMsg : msg;
}
