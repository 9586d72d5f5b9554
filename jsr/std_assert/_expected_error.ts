import { assertIsError } from "./is_error.ts";

// deno-lint-ignore no-explicit-any -- the published signature
type AnyErrorClass = abstract new (...args: any[]) => Error;

/** The class of an expected error, or instead of it the caller's own words. */
export type ErrorClassOrMsg = AnyErrorClass | string | undefined;

/** What `assertThrows` and `assertRejects` were asked to look for. */
export interface Expectation {
  ErrorClass?: AnyErrorClass | undefined;
  msgIncludes?: string | undefined;
  msg?: string | undefined;
}

/** Sorts out the two published forms: `(fn, msg?)` and `(fn, ErrorClass, msgIncludes?, msg?)`. */
export function expectation(
  errorClassOrMsg: ErrorClassOrMsg,
  msgIncludes: string | undefined,
  msg: string | undefined,
): Expectation {
  if (typeof errorClassOrMsg === "string") return { msg: errorClassOrMsg };
  return { ErrorClass: errorClassOrMsg, msgIncludes, msg };
}

/** Checks what was caught. Without a class anything will do, even what is no `Error`. */
export function check(caught: unknown, { ErrorClass, msgIncludes, msg }: Expectation): void {
  if (ErrorClass) assertIsError(caught, ErrorClass, msgIncludes, msg);
}
