/**
 * Stand-in for the part of `@std/assert` that Duet uses: same names, signatures and verdicts as the
 * published package; only the wording of messages is its own.
 *
 * @module
 */
export { AssertionError } from "./assertion_error.ts";
export { assert, assertExists, assertFalse, type Falsy } from "./truth.ts";
export { fail, unimplemented, unreachable } from "./fail.ts";
export { equal } from "./equal.ts";
export { assertEquals, assertNotEquals } from "./equals.ts";
export { assertNotStrictEquals, assertStrictEquals } from "./strict_equals.ts";
export {
  assertAlmostEquals,
  assertGreater,
  assertGreaterOrEqual,
  assertLess,
  assertLessOrEqual,
} from "./numbers.ts";
export { assertMatch, assertNotMatch, assertStringIncludes } from "./text.ts";
export { type ArrayLikeArg, assertArrayIncludes } from "./array_includes.ts";
export { assertObjectMatch } from "./object_match.ts";
export { assertInstanceOf, assertNotInstanceOf } from "./instance_of.ts";
export { assertIsError } from "./is_error.ts";
export { assertThrows } from "./throws.ts";
export { assertRejects } from "./rejects.ts";
