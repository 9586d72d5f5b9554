import { AssertionError } from "./assertion_error.ts";
import { explain, show } from "./_message.ts";

/** Holds when `actual instanceof expectedType`. */
export function assertInstanceOf<
  // deno-lint-ignore no-explicit-any -- the published signature
  T extends abstract new (...args: any[]) => any,
>(actual: unknown, expectedType: T, msg = ""): asserts actual is InstanceType<T> {
  if (actual instanceof expectedType) return;
  throw new AssertionError(
    explain(
      `Not an instance of ${expectedType.name}: ${describe(actual)}`,
      msg,
    ),
  );
}

/** Holds when `actual` is not an instance of `unexpectedType`. */
export function assertNotInstanceOf<A, T>(
  actual: A,
  // deno-lint-ignore no-explicit-any -- the published signature
  unexpectedType: abstract new (...args: any[]) => T,
  msg?: string,
): asserts actual is Exclude<A, T> {
  if (!(actual instanceof unexpectedType)) return;
  throw new AssertionError(explain(`Should be no instance of ${unexpectedType.name}`, msg));
}

function describe(value: unknown): string {
  if (typeof value === "function") return `the function ${value.name}`;
  if (typeof value !== "object" || value === null) return show(value);
  return `an instance of ${value.constructor?.name ?? "no class"}`;
}
