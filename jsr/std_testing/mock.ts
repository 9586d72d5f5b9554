/**
 * Stand-in for the part of `@std/testing/mock` that Duet uses: same names, signatures and behaviour
 * as the published package; only the wording of messages is its own.
 *
 * @module
 */
import { functionSpy, replaceMethod } from "./_record.ts";
import { restoreAll } from "./_session.ts";
import {
  type ConstructorSpy,
  type GetParametersFromProp,
  type GetReturnFromProp,
  type MethodSpy,
  MockError,
  type Spy,
  type SpyCall,
  type SpyLike,
  type Stub,
} from "./_mock_types.ts";

export * from "./_mock_types.ts";
export { assertSpyCall, assertSpyCalls } from "./_assert_calls.ts";
export { resolvesNext, returnsNext } from "./_returns.ts";

type Method<Self, Args extends unknown[], Return> = (this: Self, ...args: Args) => Return;

/** A function that does nothing but remember its calls. */
export function spy<
  // deno-lint-ignore no-explicit-any -- the published signature
  Self = any,
  // deno-lint-ignore no-explicit-any -- the published signature
  Args extends unknown[] = any[],
  Return = undefined,
>(): Spy<Self, Args, Return>;
/** Wraps a function: it works as before, and its calls are remembered. */
export function spy<Self, Args extends unknown[], Return>(
  func: (this: Self, ...args: Args) => Return,
): Spy<Self, Args, Return>;
/** Extends a class: it works as before, and its instances are remembered. */
export function spy<Self, Args extends unknown[]>(
  constructor: new (...args: Args) => Self,
): ConstructorSpy<Self, Args>;
/** Replaces a method until restored: it works as before, and its calls are remembered. */
export function spy<Self, Prop extends keyof Self>(
  self: Self,
  property: Prop,
): MethodSpy<Self, GetParametersFromProp<Self, Prop>, GetReturnFromProp<Self, Prop>>;
export function spy<Self, Args extends unknown[], Return>(
  target?: Method<Self, Args, Return> | (new (...args: Args) => Self) | Self,
  property?: keyof Self,
): SpyLike<Self, Args, Return> {
  if (property !== undefined) return replaceMethod<Self, Args, Return>(target as Self, property);
  if (String(target).startsWith("class")) {
    return constructorSpy(target as new (...args: Args) => Self);
  }
  return functionSpy((target ?? (() => {})) as Method<Self, Args, Return>);
}

/** Replaces a method by one that does nothing, until restored. */
export function stub<Self, Prop extends keyof Self>(
  self: Self,
  property: Prop,
): Stub<Self, GetParametersFromProp<Self, Prop>, GetReturnFromProp<Self, Prop>>;
/** Replaces a method by `func`, until restored. */
export function stub<Self, Prop extends keyof Self>(
  self: Self,
  property: Prop,
  func: (
    this: Self,
    ...args: GetParametersFromProp<Self, Prop>
  ) => GetReturnFromProp<Self, Prop>,
): Stub<Self, GetParametersFromProp<Self, Prop>, GetReturnFromProp<Self, Prop>>;
export function stub<Self, Args extends unknown[], Return>(
  self: Self,
  property: keyof Self,
  func?: Method<Self, Args, Return>,
): Stub<Self, Args, Return> {
  const fake = func ?? (() => {}) as Method<Self, Args, Return>;
  return Object.assign(replaceMethod(self, property, fake), { fake });
}

/** Restores every method that is still replaced. */
export function restore(): void {
  restoreAll();
}

function constructorSpy<Self, Args extends unknown[]>(
  original: new (...args: Args) => Self,
): ConstructorSpy<Self, Args> {
  const calls: SpyCall<Self, Args, Self>[] = [];
  const restore = () => {
    throw new MockError("Cannot restore: the class itself was not replaced");
  };
  // A proxy keeps the name, the statics and `instanceof` of the class.
  const proxy = new Proxy(original, {
    construct(target, args, newTarget) {
      const call: SpyCall<Self, Args, Self> = { args: args as Args };
      try {
        const made = Reflect.construct(target, args, newTarget);
        call.returned = made;
        return made;
      } catch (error) {
        call.error = error as Error;
        throw error;
      } finally {
        calls.push(call);
      }
    },
    get: (target, key, receiver) =>
      Object.hasOwn(extras, key)
        ? extras[key as keyof typeof extras]
        : Reflect.get(target, key, receiver),
  });
  const extras = { original, calls, restored: false, restore };
  return proxy as unknown as ConstructorSpy<Self, Args>;
}
