import type { DescribeDefinition, ItDefinition, TestBody, TestSuite } from "./_suite.ts";

/** The forms `it` can be called in. */
export type ItArgs<T> = [options: ItDefinition<T>] | ItForm<T> | [
  suite: TestSuite<T>,
  ...form: ItForm<T>,
];

type ItForm<T> =
  | [name: string, options: Omit<ItDefinition<T>, "name">]
  | [name: string, fn: TestBody<T>]
  | [fn: TestBody<T>]
  | [name: string, options: Omit<ItDefinition<T>, "fn" | "name">, fn: TestBody<T>]
  | [options: Omit<ItDefinition<T>, "fn">, fn: TestBody<T>]
  | [options: Omit<ItDefinition<T>, "fn" | "name">, fn: TestBody<T>];

/** The forms `describe` can be called in. */
export type DescribeArgs<T> = [options: DescribeDefinition<T>] | DescribeForm<T> | [
  suite: TestSuite<T>,
  ...form: DescribeForm<T>,
];

type DescribeForm<T> =
  | [name: string]
  | [name: string, options: Omit<DescribeDefinition<T>, "name">]
  | [name: string, fn: () => void | undefined]
  | [fn: () => void | undefined]
  | [
    name: string,
    options: Omit<DescribeDefinition<T>, "fn" | "name">,
    fn: () => void | undefined,
  ]
  | [options: Omit<DescribeDefinition<T>, "fn">, fn: () => void | undefined]
  | [options: Omit<DescribeDefinition<T>, "fn" | "name">, fn: () => void | undefined];

/**
 * Reads any of the forms: what an argument is shows in its type. Parts given on their own win over
 * the same parts in the options, and the function's name stands in for one that is missing.
 */
export function parse<Definition extends { name: string; fn?: unknown; suite?: unknown }>(
  args: readonly unknown[],
): Definition {
  const definition: Record<string, unknown> = {};
  for (const arg of args) {
    if (typeof arg === "string") definition.name = arg;
    else if (typeof arg === "function") definition.fn = arg;
    else if (isSuite(arg)) definition.suite = arg;
    else Object.assign(definition, { ...arg as object, ...definition });
  }
  const { fn } = definition;
  definition.name ??= typeof fn === "function" ? fn.name : "";
  return definition as Definition;
}

function isSuite(arg: unknown): arg is TestSuite<unknown> {
  return typeof arg === "object" && arg !== null && "symbol" in arg;
}
