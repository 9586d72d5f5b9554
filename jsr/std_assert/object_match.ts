import { assertEquals } from "./equals.ts";

type Bag = Record<PropertyKey, unknown>;

/**
 * Holds when `actual` has at least the properties of `expected`, at every depth. A longer array
 * matches by its beginning, a larger `Map` or `Set` by the keys named; classes do not matter.
 *
 * @throws {TypeError} If one of the two is not an object.
 */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any -- the published signature
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  for (const value of [actual, expected]) {
    if (typeof value !== "object" && typeof value !== "function" || value === null) {
      throw new TypeError(
        `Only objects can be matched, got ${value === null ? null : typeof value}`,
      );
    }
  }
  // Both sides go through the same sieve, so that both end up as plain objects.
  assertEquals(pickObject(actual, expected, []), pickObject(expected, expected, []), msg);
}

/** The objects entered on the way down, with what was picked from each. */
type Trail = readonly { value: object; shape: object; picked: unknown }[];

/** The part of `value` that `shape` mentions. */
function pick(value: unknown, shape: unknown, trail: Trail): unknown {
  if (!isObject(value) || !isObject(shape)) return value;
  if (value instanceof RegExp || value instanceof Date) return value;
  const known = trail.find((step) => step.value === value && step.shape === shape);
  if (known) return known.picked;
  if (Array.isArray(value) && Array.isArray(shape)) {
    return pickArray(value, shape, trail);
  }
  if (value instanceof Map && shape instanceof Map) {
    return pickMap(value, shape, trail);
  }
  if (value instanceof Set && shape instanceof Set) {
    return value.intersection(shape);
  }
  return pickObject(value as Bag, shape as Bag, trail);
}

function pickObject(value: Bag, shape: Bag, trail: Trail): Bag {
  const picked: Bag = {};
  const here = [...trail, { value, shape, picked }];
  for (const key of Reflect.ownKeys(value)) {
    if (Object.hasOwn(shape, key)) {
      define(picked, key, pick(value[key], shape[key], here));
    }
  }
  return picked;
}

function pickArray(value: unknown[], shape: unknown[], trail: Trail): unknown[] {
  const picked: unknown[] = [];
  const here = [...trail, { value, shape, picked }];
  for (const [index, wanted] of shape.slice(0, value.length).entries()) {
    picked.push(pick(value[index], wanted, here));
  }
  return picked;
}

function pickMap(value: Map<unknown, unknown>, shape: Map<unknown, unknown>, trail: Trail) {
  const picked = new Map<unknown, unknown>();
  const here = [...trail, { value, shape, picked }];
  for (const [key, item] of value) {
    if (shape.has(key)) picked.set(key, pick(item, shape.get(key), here));
  }
  return picked;
}

/** Assignment would call the setter of a key such as `__proto__`. */
function define(target: Bag, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
