import { MockError, type Spy, type SpyCall } from "./_mock_types.ts";
import { forget, remember } from "./_session.ts";

type Method<Self, Args extends unknown[], Return> = (this: Self, ...args: Args) => Return;

/** Wraps `run` so that each call goes into `calls`. */
function recording<Self, Args extends unknown[], Return>(
  run: Method<Self, Args, Return>,
  calls: SpyCall<Self, Args, Return>[],
): Method<Self, Args, Return> {
  return function (this: Self, ...args: Args): Return {
    const call: SpyCall<Self, Args, Return> = this ? { args, self: this } : { args };
    try {
      return call.returned = run.apply(this, args);
    } catch (error) {
      call.error = error as Error;
      throw error;
    } finally {
      calls.push(call);
    }
  };
}

/** A spy on a free function: it stands in nobody's place, so nothing can be restored. */
export function functionSpy<Self, Args extends unknown[], Return>(
  original: Method<Self, Args, Return>,
): Spy<Self, Args, Return> {
  const calls: SpyCall<Self, Args, Return>[] = [];
  const restore = () => {
    throw new MockError("Cannot restore: the spy stands in no method's place");
  };
  return Object.assign(recording(original, calls), { original, calls, restored: false, restore });
}

/**
 * Puts a recording of `fake` in the place of a method. Without a fake the method itself goes on
 * running, which it must then exist to do.
 */
export function replaceMethod<Self, Args extends unknown[], Return>(
  self: Self,
  property: keyof Self,
  fake?: Method<Self, Args, Return>,
): Spy<Self, Args, Return> & Disposable {
  const original = self[property] as Method<Self, Args, Return>;
  const descriptor = Object.getOwnPropertyDescriptor(self, property);
  refuseUnlessMethod(String(property), original, fake === undefined);
  if (descriptor?.configurable === false) {
    throw new MockError(`Cannot replace ${String(property)}: it is not configurable`);
  }

  const calls: SpyCall<Self, Args, Return>[] = [];
  let restored = false;
  const restore = () => {
    if (restored) throw new MockError(`Cannot restore ${String(property)}: it is restored already`);
    if (descriptor) Object.defineProperty(self, property, descriptor);
    else delete self[property];
    restored = true;
    forget(mock);
  };
  const mock = Object.defineProperty(
    Object.assign(recording(fake ?? original, calls), {
      original,
      calls,
      restored,
      restore,
      [Symbol.dispose]: restore,
    }),
    "restored",
    { get: () => restored },
  );
  Object.defineProperty(self, property, {
    configurable: true,
    enumerable: descriptor?.enumerable ?? false,
    writable: descriptor?.writable ?? false,
    value: mock,
  });
  remember(mock);
  return mock;
}

function refuseUnlessMethod(name: string, value: unknown, mustExist: boolean): void {
  if (value === undefined && !mustExist) return;
  if (typeof value !== "function") throw new MockError(`Cannot replace ${name}: it is no method`);
  if ("calls" in value && "restore" in value) {
    throw new MockError(`Cannot replace ${name}: it is mocked already`);
  }
}
