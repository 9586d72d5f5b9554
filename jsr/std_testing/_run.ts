import { type Case, type Context, isOnly, type Options, type Suite } from "./_suite.ts";

let running = 0;

/** Whether a test runs right now, so that none can be added any more. */
export function isRunning(): boolean {
  return running > 0;
}

/** Hands a test or a whole suite to `Deno.test`; the steps of a suite are read when it runs. */
export function register(step: Case | Suite): void {
  const definition: Deno.TestDefinition = {
    ...given(step.options),
    name: step.name,
    async fn(t) {
      running++;
      try {
        await run(step, [], {}, t);
      } finally {
        running--;
      }
    },
  };
  // Deno reads `only` here, so a wish from within counts as the whole suite's.
  if (isOnly(step)) definition.only = true;
  Deno.test(definition);
}

async function run(step: Case | Suite, around: Suite[], context: Context, t: Deno.TestContext) {
  if (step.kind === "case") await runCase(step, around, context, t);
  else await runSuite(step, around, context, t);
}

async function runSuite(suite: Suite, around: Suite[], context: Context, t: Deno.TestContext) {
  for (const hook of suite.hooks.beforeAll) await hook.call(context);
  try {
    for (const step of chosen(suite.steps)) {
      const { permissions, only: _, ...options } = given(step.options);
      const name = step.name;
      const fn = async (t: Deno.TestContext) => {
        if (permissions) throw new Error(`Cannot set permissions of "${name}": it is nested`);
        await run(step, [...around, suite], { ...context }, t);
      };
      await t.step({ ...options, name, fn });
    }
  } finally {
    for (const hook of suite.hooks.afterAll) await hook.call(context);
  }
}

/** Each suite's hooks enclose those of the suites within it, and these the test. */
async function runCase(test: Case, around: Suite[], context: Context, t: Deno.TestContext) {
  const [outer, ...inner] = around;
  if (!outer) return await test.fn.call(context, t);
  for (const hook of outer.hooks.beforeEach) await hook.call(context);
  try {
    await runCase(test, inner, context, t);
  } finally {
    for (const hook of outer.hooks.afterEach) await hook.call(context);
  }
}

/** If somebody asked for some steps alone, those; else all. */
function chosen(steps: Suite["steps"]): Suite["steps"] {
  return steps.some(isOnly) ? steps.filter(isOnly) : steps;
}

/** The options that say something: Deno tells an absent one from `undefined`. */
function given(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
