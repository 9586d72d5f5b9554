import { diff, inspect, styleText } from "node:util";

/** `what`, followed by the caller's own words where there are any. */
export function explain(what: string, msg?: string): string {
  return msg ? `${what}: ${msg}` : `${what}.`;
}

/** A value as text, complete and with sorted keys, so that equal values read the same. */
export function show(value: unknown): string {
  return inspect(value, {
    depth: Infinity,
    sorted: true,
    compact: false,
    getters: true,
    maxArrayLength: Infinity,
    maxStringLength: Infinity,
    breakLength: 100,
  });
}

/** Strings are compared line by line as they are, all else as {@linkcode show} writes it. */
function lines(actual: unknown, expected: unknown): [string[], string[]] {
  const text = typeof actual === "string" && typeof expected === "string"
    ? [actual, expected]
    : [show(actual), show(expected)];
  const [a = [], b = []] = text.map((value) => value.split("\n"));
  // Invisible differences (trailing blanks, \r, tabs) only show up quoted.
  return a.join() === b.join() ? [[show(actual)], [show(expected)]] : [a, b];
}

/** The lines of both values: `-` is only in `actual`, `+` is only in `expected`. */
export function showDifference(actual: unknown, expected: unknown): string {
  const [a, b] = lines(actual, expected);
  const body = diff(a, b).map(([side, line]) => {
    if (side === 0) return `    ${line}`;
    return side > 0 ? paint("red", `-   ${line}`) : paint("green", `+   ${line}`);
  });
  const legend = `${paint("red", "- actual")}  ${paint("green", "+ expected")}`;
  return ["", "", `    ${legend}`, "", ...body, ""].join("\n");
}

function paint(color: "red" | "green", text: string): string {
  return Deno.noColor ? text : styleText(color, text, { validateStream: false });
}
