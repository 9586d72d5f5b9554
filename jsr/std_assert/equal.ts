import { isDeepStrictEqual } from "node:util";

/**
 * Deep equality as `node:util` sees it, with three differences of the published package: `0` equals
 * `-0`, an object without a prototype equals a plain one, and of instances of a class (errors
 * are some) hidden properties and getters count.
 */
export function equal(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(normal(a, new Map()), normal(b, new Map()));
}

type Known = Map<object, unknown>;

/** The value with those three differences removed; what is shared or circular stays so. */
function normal(value: unknown, known: Known): unknown {
  if (value === 0) return 0;
  if (typeof value !== "object" || value === null) return value;
  if (known.has(value)) return known.get(value);
  if (value instanceof Set || value instanceof Map) return normalCollection(value, known);
  const isArray = Array.isArray(value);
  const prototype: object | null = Object.getPrototypeOf(value);
  if (!isArray && !isOwn(prototype) && !(value instanceof Error)) return value;
  const isPlain = isArray || prototype === null || prototype === Object.prototype;
  const copy: object = isArray
    ? new Array(value.length)
    : Object.create(prototype ?? Object.prototype);
  known.set(value, copy);
  const keys = isPlain ? Reflect.ownKeys({ ...value }) : Reflect.ownKeys(value);
  for (const key of [...keys, ...gettersOf(prototype)]) {
    const content = normal(Reflect.get(value, key), known);
    Object.defineProperty(copy, key, { value: content, enumerable: true, configurable: true });
  }
  return copy;
}

function normalCollection(value: Set<unknown> | Map<unknown, unknown>, known: Known): unknown {
  const copy = value instanceof Set ? new Set<unknown>() : new Map<unknown, unknown>();
  known.set(value, copy);
  for (const [key, item] of value.entries()) {
    if (copy instanceof Set) copy.add(normal(key, known));
    else copy.set(normal(key, known), normal(item, known));
  }
  return copy;
}

/** Whether objects with this prototype are plain, or instances of a class written in JavaScript. */
function isOwn(prototype: object | null): boolean {
  if (prototype === null || prototype === Object.prototype) return true;
  const { constructor } = prototype;
  return typeof constructor === "function" &&
    !Function.prototype.toString.call(constructor).includes("[native code]") &&
    isOwn(Object.getPrototypeOf(prototype));
}

function gettersOf(prototype: object | null): string[] {
  if (prototype === null || prototype === Object.prototype || prototype === Array.prototype) {
    return [];
  }
  const getters = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([, { get }]) => get !== undefined).map(([name]) => name);
  return [...getters, ...gettersOf(Object.getPrototypeOf(prototype))];
}
