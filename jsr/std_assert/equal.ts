/**
 * Deep equality, as {@linkcode assertEquals} sees it.
 *
 * - `NaN` equals `NaN`, `0` equals `-0`, functions only equal themselves.
 * - Prototypes must be the same, except that an object without one equals a plain object.
 * - `Date` is compared by time; `RegExp`, `URL`, `Temporal` and the like by their text.
 * - `Set` and `Map` are compared without regard to order, keys too by value.
 * - A missing property differs from one that is `undefined`.
 * - Of class instances also hidden and inherited properties count, so that getters are compared.
 *
 * @throws {TypeError} For two different `WeakMap` or `WeakSet`: nothing can look inside.
 */
export function equal(a: unknown, b: unknown): boolean {
  return same(a, b, new Map());
}

/** Pairs whose comparison is under way or went well: a cycle comes back to one of them. */
type Pairs = Map<object, Set<object>>;
type Bag = Record<PropertyKey, unknown>;

function same(a: unknown, b: unknown, pairs: Pairs): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (a instanceof Date && b instanceof Date) {
    return Object.is(a.getTime(), b.getTime());
  }
  if (family(a) !== family(b)) return false;

  const partners = pairs.get(a) ?? new Set();
  if (partners.has(b)) return true;
  pairs.set(a, partners.add(b));
  const verdict = sameContent(a, b, pairs);
  if (!verdict) partners.delete(b);
  return verdict;
}

function sameContent(a: object, b: object, pairs: Pairs): boolean {
  if (a instanceof WeakMap || a instanceof WeakSet) {
    throw new TypeError(`A ${a.constructor.name} cannot be compared: its content is not readable`);
  }
  if (a instanceof WeakRef) {
    return same(a.deref(), (b as typeof a).deref(), pairs);
  }
  if (isBuffer(a)) {
    return sameBytes(new Uint8Array(a), new Uint8Array(b as ArrayBufferLike));
  }
  if (ArrayBuffer.isView(a) && !(a instanceof DataView)) {
    return sameBytes(a as Uint8Array, b as Uint8Array);
  }
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  if (a instanceof Set || a instanceof Map) {
    return sameEntries(a, b as typeof a, pairs);
  }
  if (textual.has(family(a))) return String(a) === String(b);
  return sameProperties(a as Bag, b as Bag, pairs);
}

function sameProperties(a: Bag, b: Bag, pairs: Pairs): boolean {
  const keysOf = isPlain(a) ? ownKeys : allKeys;
  for (const key of keysOf(a).union(keysOf(b))) {
    if (key in a !== key in b || !same(a[key], b[key], pairs)) return false;
  }
  return true;
}

type Keyed = Set<unknown> | Map<unknown, unknown>;

/** Each entry of `a` needs its own counterpart in `b`; in a set, key and value are one. */
function sameEntries(a: Keyed, b: Keyed, pairs: Pairs): boolean {
  if (a.size !== b.size) return false;
  const rest = new Map<unknown, unknown>(b.entries());
  for (const [key, value] of a.entries()) {
    const twin = counterpart(rest, key, value, pairs);
    if (!twin) return false;
    rest.delete(twin[0]);
  }
  return true;
}

function counterpart(rest: Map<unknown, unknown>, key: unknown, value: unknown, pairs: Pairs) {
  const candidates = isObject(key) ? rest : rest.has(key) ? [[key, rest.get(key)] as const] : [];
  for (const entry of candidates) {
    if (same(key, entry[0], pairs) && same(value, entry[1], pairs)) {
      return entry;
    }
  }
}

function sameBytes(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && !Object.is(a[i], b[i])) return false;
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isBuffer(value: object): value is ArrayBufferLike {
  return value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;
}

/** The prototype; an object without one belongs to the plain objects. */
function family(value: object): object {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function isPlain(value: object): boolean {
  return family(value) === Object.prototype ||
    family(value) === Array.prototype;
}

/** The object's own enumerable keys, symbols included. */
function ownKeys(value: object): Set<PropertyKey> {
  return new Set(Reflect.ownKeys({ ...value }));
}

/** Every key up to, but not including, the prototypes that all objects and arrays share. */
function allKeys(value: object): Set<PropertyKey> {
  const keys = new Set<PropertyKey>();
  let level: object | null = value;
  while (level && level !== Object.prototype && level !== Array.prototype) {
    for (const key of Reflect.ownKeys(level)) keys.add(key);
    level = Object.getPrototypeOf(level);
  }
  return keys;
}

/** Classes whose instances say everything about themselves in `toString`. */
const textual = new Set<object>([
  RegExp.prototype,
  URL.prototype,
  URLSearchParams.prototype,
  Intl.Locale.prototype,
  ...temporalPrototypes(),
]);

function temporalPrototypes(): object[] {
  const temporal: object = Reflect.get(globalThis, "Temporal") ?? {};
  return Object.getOwnPropertyNames(temporal)
    .map((name) => Reflect.get(temporal, name)?.prototype)
    .filter((prototype) => prototype !== undefined);
}
