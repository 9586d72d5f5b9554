/** What a hook does; `this` is the context its tests share. */
export type Hook<T> = (this: T) => void | Promise<void>;

/** When hooks run. */
export type HookName = "beforeAll" | "afterAll" | "beforeEach" | "afterEach";

/** What a test does; `this` is its context. */
export type TestBody<T> = (this: T, t: Deno.TestContext) => void | Promise<void>;

/** A handle on a group of tests, to add to it later. */
export interface TestSuite<T> {
  /** Tells this suite from all others. */
  symbol: symbol;
}

/** What `describe` can be told about a group of tests. */
export interface DescribeDefinition<T> extends Omit<Deno.TestDefinition, "fn"> {
  /** Adds the tests. Not a promise: they must be known before the first one runs. */
  fn?: () => void | undefined;
  /** The suite this one belongs to, by default the one being described. */
  suite?: TestSuite<T>;
  /** Runs once before the first test. */
  beforeAll?: Hook<T> | Hook<T>[];
  /** Runs once after the last test. */
  afterAll?: Hook<T> | Hook<T>[];
  /** Runs before each test, the outer suite's first. */
  beforeEach?: Hook<T> | Hook<T>[];
  /** Runs after each test, the inner suite's first. */
  afterEach?: Hook<T> | Hook<T>[];
}

/** What `it` can be told about a test. */
export interface ItDefinition<T> extends Omit<Deno.TestDefinition, "fn"> {
  /** The test itself. */
  fn: TestBody<T>;
  /** The suite it belongs to, by default the one being described. */
  suite?: TestSuite<T>;
}

/** What all contexts have in common. */
export type Context = Record<PropertyKey, unknown>;

/** Deno's own options, which suites and tests hand on. */
export type Options = Partial<Omit<Deno.TestDefinition, "fn" | "name">>;

/** One test. */
export interface Case {
  kind: "case";
  name: string;
  options: Options;
  fn: TestBody<Context>;
}

/** A group of tests and of further groups. */
export interface Suite {
  kind: "suite";
  name: string;
  options: Options;
  hooks: Record<HookName, Hook<Context>[]>;
  steps: (Case | Suite)[];
}

/** Whether somebody asked for this step, or a step within it, alone. */
export function isOnly(step: Case | Suite): boolean {
  return Boolean(step.options.only) || step.kind === "suite" && step.steps.some(isOnly);
}
