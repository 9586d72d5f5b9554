import { AssertionError } from "./assertion_error.ts";
import { check, type ErrorClassOrMsg, expectation } from "./_expected_error.ts";
import { explain } from "./_message.ts";

/** Holds when the promise of `fn` rejects, whatever with. Resolves to what it rejected with. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
/** Holds when the promise rejects with an error of this class and this text. Resolves to it. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  // deno-lint-ignore no-explicit-any -- the published signature
  ErrorClass: abstract new (...args: any[]) => E,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  errorClassOrMsg?: ErrorClassOrMsg,
  msgIncludes?: string,
  msg?: string,
): Promise<unknown> {
  const expected = expectation(errorClassOrMsg, msgIncludes, msg);
  const promise = start(fn, expected.msg);
  try {
    await promise;
  } catch (reason) {
    check(reason, expected);
    return reason;
  }
  throw new AssertionError(explain("The promise did not reject", expected.msg));
}

/** A function that throws at once, or returns no promise, is not one that rejects. */
function start(fn: () => PromiseLike<unknown>, msg?: string): PromiseLike<unknown> {
  let promise: PromiseLike<unknown>;
  try {
    promise = fn();
  } catch (cause) {
    throw new AssertionError(explain("Threw at once instead of rejecting", msg), { cause });
  }
  if (typeof promise === "object" && typeof promise?.then === "function") {
    return promise;
  }
  throw new AssertionError(explain("Returned no promise that could reject", msg));
}
