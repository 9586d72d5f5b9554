import { SPECIAL, type Tag } from "./tags.ts";

/** How values of the framework's own kinds are recognised. */
export interface Encoders {
  /** The id and name of a slot, `undefined` if the value is none. */
  Slot(value: unknown): { id: number; name: string } | undefined;
}

type Put = (value: unknown) => number;

/**
 * Serialises a value for {@linkcode decode}.
 *
 * @throws {Error} if the value contains a function, a symbol or an instance of a class.
 */
export function encode(value: unknown, encoders?: Encoders): string {
  const entries: unknown[] = [];
  const known = new Map<unknown, number>();
  const put: Put = (item) => {
    const special = specialIndex(item);
    if (special !== undefined) return special;
    const before = known.get(item);
    if (before !== undefined) return before;
    const index = entries.push(null) - 1;
    known.set(item, index);
    entries[index] = entryOf(item, put, encoders);
    return index;
  };
  const root = put(value);
  return JSON.stringify(root < 0 ? root : entries);
}

function specialIndex(value: unknown): number | undefined {
  if (value === undefined) return SPECIAL.undefined;
  if (typeof value !== "number") return undefined;
  if (Number.isNaN(value)) return SPECIAL.nan;
  if (value === Infinity) return SPECIAL.infinity;
  if (value === -Infinity) return SPECIAL.negativeInfinity;
  return Object.is(value, -0) ? SPECIAL.negativeZero : undefined;
}

function entryOf(value: unknown, put: Put, encoders?: Encoders): unknown {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "bigint":
      return tagged("BigInt", String(value));
    case "object":
      return value === null ? null : objectEntry(value, put, encoders);
    default:
      throw new Error(`Cannot pass a ${typeof value} to an island`);
  }
}

function objectEntry(value: object, put: Put, encoders?: Encoders): unknown {
  const slot = encoders?.Slot(value);
  if (slot !== undefined) return tagged("Slot", slot.id, slot.name);
  if (isSignal(value)) {
    return tagged(isComputed(value) ? "Computed" : "Signal", put(value.peek()));
  }
  if (Array.isArray(value)) return tagged("Array", ...arrayIndexes(value, put));
  if (value instanceof Date) return tagged("Date", value.getTime());
  if (value instanceof URL) return tagged("URL", value.href);
  if (value instanceof RegExp) {
    return tagged("RegExp", value.source, value.flags);
  }
  if (value instanceof Set) return tagged("Set", ...Array.from(value, put));
  if (value instanceof Map) return tagged("Map", ...[...value].flat().map(put));
  if (value instanceof Uint8Array) {
    return tagged("Uint8Array", value.toBase64());
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new Error(
      `Cannot pass an instance of ${value.constructor.name} to an island`,
    );
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, put(field)]));
}

function arrayIndexes(array: readonly unknown[], put: Put): number[] {
  return Array.from(array, (item, index) => index in array ? put(item) : SPECIAL.hole);
}

function tagged(tag: Tag, ...content: unknown[]): unknown[] {
  return [tag, ...content];
}

interface SignalLike {
  peek(): unknown;
}

/** Whether a value is a signal, from whichever copy of the signals package. */
export function isSignal(value: unknown): value is SignalLike {
  return typeof value === "object" && value !== null && "value" in value &&
    "peek" in value &&
    typeof value.peek === "function";
}

/** Computed signals keep the function they are computed by, mangled to `x` in the published build. */
function isComputed(value: object): boolean {
  return ["x", "_fn"].some((name) => typeof Reflect.get(value, name) === "function");
}
