import { isValidElement } from "preact";

/**
 * An island's props as JSON.
 *
 * The published package also passes signals, dates, maps and JSX; the stand-in says so where one is
 * tried, instead of passing something else.
 *
 * @throws {TypeError} for what JSON does not keep as it is.
 */
export function propsToJson(island: string, props: object): string {
  return JSON.stringify(props, function (this: Record<string, unknown>, name) {
    // Not the second argument: there toJSON() was applied already.
    const value = this[name];
    if (isPlain(value, Array.isArray(this))) return value;
    throw new TypeError(
      `Cannot pass "${name}" to the island ${island}: the stand-in in jsr/ passes plain JSON only`,
    );
  });
}

function isPlain(value: unknown, inArray: boolean): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "undefined":
      // Left out of objects, where a component sees no difference; in arrays it would become null.
      return !inArray;
    case "object": {
      if (value === null || Array.isArray(value)) return true;
      const prototype = Object.getPrototypeOf(value);
      return (prototype === null || prototype === Object.prototype) && !isValidElement(value);
    }
    default:
      return false;
  }
}
