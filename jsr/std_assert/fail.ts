import { AssertionError } from "./assertion_error.ts";
import { explain } from "./_message.ts";

/** Fails the test, whatever the circumstances. */
export function fail(msg?: string): never {
  throw new AssertionError(explain("Failed", msg));
}

/** Marks a place that no run may reach. */
export function unreachable(msg?: string): never {
  throw new AssertionError(explain("Reached what should be unreachable", msg));
}

/** Marks a place whose code is still to be written. */
export function unimplemented(msg?: string): never {
  throw new AssertionError(explain("Not implemented", msg));
}
