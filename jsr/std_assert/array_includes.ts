import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { explain, show } from "./_message.ts";

/** Arrays, typed arrays and whatever else has a length and indices, but not a bare string. */
export type ArrayLikeArg<T> = ArrayLike<T> & object;

/** Holds when each item of `expected` equals some item of `actual`, in any order. */
export function assertArrayIncludes<T>(
  actual: ArrayLikeArg<T>,
  expected: ArrayLikeArg<T>,
  msg?: string,
): void {
  const present = Array.from(actual);
  const missing = Array.from(expected)
    .filter((wanted) => !present.some((item) => equal(item, wanted)));
  if (missing.length === 0) return;
  throw new AssertionError(
    `${explain("Items are missing", msg)}\nmissing: ${show(missing)}\nin: ${show(actual)}`,
  );
}
