/**
 * Stand-in for the part of `@std/testing/bdd` that Duet uses: same names, signatures and behaviour
 * as the published package; only the wording of messages is its own.
 *
 * A suite becomes one `Deno.test`, what it contains becomes the steps of that test.
 *
 * @module
 */
import { type DescribeArgs, type ItArgs, parse } from "./_arguments.ts";
import { isRunning, register } from "./_run.ts";
import type {
  Context,
  DescribeDefinition,
  Hook,
  HookName,
  ItDefinition,
  Options,
  Suite,
  TestBody,
  TestSuite,
} from "./_suite.ts";

export type { DescribeArgs, DescribeDefinition, ItArgs, ItDefinition, TestSuite };

const suites = new Map<symbol, Suite>();
/** The suite whose `describe` is being carried out, or the one that global hooks have created. */
let current: Suite | undefined;
let started = false;

/** Adds a test to the suite being described, to the one given, or to the file. */
export function it<T>(...args: ItArgs<T>): void {
  refuseWhileRunning();
  const { name, fn, suite, ...options } = parse<ItDefinition<T>>(args);
  const test = { kind: "case", name, options, fn: fn as TestBody<Context> } as const;
  started = true;
  const parent = parentOf(suite);
  if (parent) parent.steps.push(test);
  else register(test);
}

/** As {@linkcode it}; of all tests only those asked for like this run. */
it.only = function itOnly<T>(...args: ItArgs<T>): void {
  it<T>({ ...parse<ItDefinition<T>>(args), only: true });
};

/** As {@linkcode it}, but the test is only listed. */
it.ignore = function itIgnore<T>(...args: ItArgs<T>): void {
  it<T>({ ...parse<ItDefinition<T>>(args), ignore: true });
};

/** The same as {@linkcode it.ignore}. */
it.skip = function itSkip<T>(...args: ItArgs<T>): void {
  it.ignore<T>(...args);
};

/** Groups the tests that its function adds. Returns a handle with which more can be added. */
export function describe<T>(...args: DescribeArgs<T>): TestSuite<T> {
  refuseWhileRunning();
  const definition = parse<DescribeDefinition<T>>(args);
  const { name, fn, suite: parentHandle, beforeAll, afterAll, beforeEach, afterEach } = definition;
  const suite: Suite = {
    kind: "suite",
    name,
    options: optionsOf(definition),
    hooks: {
      beforeAll: hooks(beforeAll),
      afterAll: hooks(afterAll),
      beforeEach: hooks(beforeEach),
      afterEach: hooks(afterEach),
    },
    steps: [],
  };
  const parent = parentOf(parentHandle);
  const symbol = Symbol(name);
  suites.set(symbol, suite);
  started = true;
  // What is ignored is not even described.
  if (fn && !definition.ignore) describeWithin(suite, fn);
  if (parent) parent.steps.push(suite);
  else register(suite);
  return { symbol };
}

/** As {@linkcode describe}; of all suites only those asked for like this run. */
describe.only = function describeOnly<T>(...args: DescribeArgs<T>): TestSuite<T> {
  return describe<T>({ ...parse<DescribeDefinition<T>>(args), only: true });
};

/** As {@linkcode describe}, but the suite is only listed. */
describe.ignore = function describeIgnore<T>(...args: DescribeArgs<T>): TestSuite<T> {
  return describe<T>({ ...parse<DescribeDefinition<T>>(args), ignore: true });
};

/** The same as {@linkcode describe.ignore}. */
describe.skip = function describeSkip<T>(...args: DescribeArgs<T>): TestSuite<T> {
  return describe.ignore<T>(...args);
};

/** Runs `fn` once before the suite's first test. */
export function beforeAll<T>(fn: (this: T) => void | Promise<void>): void {
  addHook("beforeAll", fn);
}

/** Runs `fn` once after the suite's last test. */
export function afterAll<T>(fn: (this: T) => void | Promise<void>): void {
  addHook("afterAll", fn);
}

/** Runs `fn` before each test of the suite, with the test's context as `this`. */
export function beforeEach<T>(fn: (this: T) => void | Promise<void>): void {
  addHook("beforeEach", fn);
}

/** Runs `fn` after each test of the suite, whether it passed or not. */
export function afterEach<T>(fn: (this: T) => void | Promise<void>): void {
  addHook("afterEach", fn);
}

/** Outside of any suite a hook is the file's: all tests that follow become steps of one suite. */
function addHook<T>(name: HookName, fn: Hook<T>): void {
  if (!current) {
    if (started) throw new Error("Cannot add a hook to the file: it has tests already");
    current = suites.get(describe("global").symbol)!;
  }
  current.hooks[name].push(fn as Hook<Context>);
}

function describeWithin(suite: Suite, fn: () => unknown): void {
  const outer = current;
  current = suite;
  try {
    if (fn() instanceof Promise) {
      throw new Error(`Cannot describe "${suite.name}" asynchronously: it returned a promise`);
    }
  } finally {
    current = outer;
  }
}

function parentOf<T>(handle: TestSuite<T> | undefined): Suite | undefined {
  if (!handle) return current;
  const suite = suites.get(handle.symbol);
  if (!suite) throw new Error("Cannot add to this suite: describe() has not returned it");
  return suite;
}

function optionsOf<T>(definition: DescribeDefinition<T>): Options {
  const { ignore, only, permissions, sanitizeExit, sanitizeOps, sanitizeResources } = definition;
  return { ignore, only, permissions, sanitizeExit, sanitizeOps, sanitizeResources } as Options;
}

function hooks<T>(given: Hook<T> | Hook<T>[] | undefined): Hook<Context>[] {
  return [given ?? []].flat() as Hook<Context>[];
}

function refuseWhileRunning(): void {
  if (isRunning()) throw new Error("Cannot add tests: those of this file are running already");
}
