import { MockError } from "./_mock_types.ts";

/**
 * A function that returns the values one by one, for a stub. An `Error` among them is thrown.
 *
 * @throws {MockError} When called after the last value.
 */
export function returnsNext<
  Return,
  // deno-lint-ignore no-explicit-any -- the published signature
  Self = any,
  // deno-lint-ignore no-explicit-any -- the published signature
  Args extends unknown[] = any[],
>(values: Iterable<Return | Error>): (this: Self, ...args: Args) => Return {
  const rest = values[Symbol.iterator]();
  let calls = 0;
  return () => valueOf(rest.next(), calls++);
}

/**
 * A function that resolves to the values one by one, for a stub. It rejects with an `Error` among
 * them, and with {@linkcode MockError} after the last.
 */
export function resolvesNext<
  Return,
  // deno-lint-ignore no-explicit-any -- the published signature
  Self = any,
  // deno-lint-ignore no-explicit-any -- the published signature
  Args extends unknown[] = any[],
>(
  iterable:
    | Iterable<Return | Error | Promise<Return | Error>>
    | AsyncIterable<Return | Error | Promise<Return | Error>>,
): (this: Self, ...args: Args) => Promise<Return> {
  // A generator answers overlapping calls in their order, whatever it draws from.
  const rest = (async function* () {
    yield* iterable;
  })();
  let calls = 0;
  return async () => valueOf(await rest.next() as IteratorResult<Return | Error>, calls++);
}

function valueOf<Return>(next: IteratorResult<Return | Error>, calls: number): Return {
  if (next.done) throw new MockError(`Cannot answer call ${calls + 1}: only ${calls} were planned`);
  if (next.value instanceof Error) throw next.value;
  return next.value;
}
