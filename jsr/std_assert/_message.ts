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

/** A text line by line, each quoted so that blanks and breaks show; else {@linkcode show}. */
function lines(value: unknown): string[] {
  if (typeof value === "string") return value.split(/(?<=\n)/).map(show);
  return show(value).split("\n");
}

/** The lines of both values: `-` is only in `actual`, `+` is only in `expected`. */
export function showDifference(actual: unknown, expected: unknown): string {
  const body = diff(lines(actual), lines(expected)).map(([side, line]) => {
    if (side === 0) return `    ${line}`;
    return side > 0 ? paint("red", `-   ${line}`) : paint("green", `+   ${line}`);
  });
  const legend = `${paint("red", "- actual")}  ${paint("green", "+ expected")}`;
  return ["", "", `    ${legend}`, "", ...body, ""].join("\n");
}

function paint(color: "red" | "green", text: string): string {
  return Deno.noColor ? text : styleText(color, text, { validateStream: false });
}
