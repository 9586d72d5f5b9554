/**
 * Stand-in for the part of `@std/assert` that Duet's tests use: same names, signatures and verdicts as
 * the published package; only the wording of messages is its own.
 *
 * @module
 */
export { AssertionError } from "./assertion_error.ts";
export { equal } from "./equal.ts";
export { assertEquals, assertNotEquals, assertStrictEquals } from "./equality.ts";
export { assertRejects, assertThrows } from "./errors.ts";
export { assert, assertLess, assertStringIncludes } from "./values.ts";
