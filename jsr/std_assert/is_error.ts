import { stripVTControlCharacters } from "node:util";
import { AssertionError } from "./assertion_error.ts";
import { explain } from "./_message.ts";

/**
 * Holds when `error` is an `Error`, of the class and with the message asked for.
 *
 * @param msgMatches Text the message must contain or a pattern it must match; colours are ignored.
 */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  // deno-lint-ignore no-explicit-any -- the published signature
  ErrorClass?: abstract new (...args: any[]) => E,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  if (!(error instanceof Error)) {
    throw new AssertionError(explain(`Not an Error, but ${typeof error}`, msg), { cause: error });
  }
  if (ErrorClass && !(error instanceof ErrorClass)) {
    const found = `a ${error.constructor.name} with the message "${error.message}"`;
    throw new AssertionError(
      explain(`Not an error of class ${ErrorClass.name}, but ${found}`, msg),
      { cause: error },
    );
  }
  if (msgMatches && !says(error.message, msgMatches)) {
    const wanted = typeof msgMatches === "string" ? `"${msgMatches}"` : msgMatches;
    throw new AssertionError(
      explain(
        `The error's message lacks ${wanted}, it is "${error.message}"`,
        msg,
      ),
      { cause: error },
    );
  }
}

function says(message: string, wanted: string | RegExp): boolean {
  const plain = stripVTControlCharacters(message);
  if (typeof wanted === "string") {
    return plain.includes(stripVTControlCharacters(wanted));
  }
  return wanted.test(plain);
}
