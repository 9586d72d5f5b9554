import { AssertionError } from "./assertion_error.ts";
import { check, type ErrorClassOrMsg, expectation } from "./_expected_error.ts";
import { explain } from "./_message.ts";

/** Holds when `fn` throws, whatever it is. Returns what was thrown. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** Holds when `fn` throws an error of this class, with this text in its message. Returns it. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  // deno-lint-ignore no-explicit-any -- the published signature
  ErrorClass: abstract new (...args: any[]) => E,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  errorClassOrMsg?: ErrorClassOrMsg,
  msgIncludes?: string,
  msg?: string,
): unknown {
  const expected = expectation(errorClassOrMsg, msgIncludes, msg);
  try {
    fn();
  } catch (thrown) {
    check(thrown, expected);
    return thrown;
  }
  throw new AssertionError(explain("Nothing was thrown", expected.msg));
}
