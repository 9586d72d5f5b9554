import { assertEquals, AssertionError, assertIsError } from "@std/assert";
import type { ExpectedSpyCall, SpyCall, SpyLike } from "./_mock_types.ts";

/** Holds when the spy was called exactly that often. */
export function assertSpyCalls<Self, Args extends unknown[], Return>(
  spy: SpyLike<Self, Args, Return>,
  expectedCalls: number,
): void {
  assertEquals(spy.calls.length, expectedCalls, "the number of calls");
}

/**
 * Holds when the spy was called at least `callIndex + 1` times, and that call was as expected.
 *
 * @throws {TypeError} If both a returned value and an error are expected.
 */
export function assertSpyCall<Self, Args extends unknown[], Return>(
  spy: SpyLike<Self, Args, Return>,
  callIndex: number,
  expected: ExpectedSpyCall<Self, Args, Return> = {},
): void {
  const call: SpyCall | undefined = spy.calls[callIndex];
  if (!call) {
    throw new AssertionError(`Call ${callIndex} is missing: there were ${spy.calls.length}`);
  }
  if ("returned" in expected && "error" in expected) {
    throw new TypeError("Cannot expect both a returned value and an error");
  }
  if (expected.args) assertEquals(call.args, expected.args, "the arguments");
  if ("self" in expected) assertEquals(call.self, expected.self, "the call's this");
  if ("returned" in expected) {
    if (call.error) {
      throw new AssertionError("It threw instead of returning", { cause: call.error });
    }
    assertEquals(call.returned, expected.returned, "the returned value");
  }
  if ("error" in expected) {
    if ("returned" in call) throw new AssertionError("It returned instead of throwing");
    assertIsError(call.error, expected.error?.Class, expected.error?.msgIncludes);
  }
}
