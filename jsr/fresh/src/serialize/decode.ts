import { computed, signal } from "@preact/signals";
import { SPECIAL, type Tag } from "./tags.ts";

/** A place where JSX that was rendered on the server goes. */
export class SlotRef {
  constructor(readonly id: number, readonly name: string) {}
}

type Get = (index: number) => unknown;
type Entry = [Tag, ...unknown[]];

/** Restores a value from the form `encode()` gave it. */
export function decode(json: string): unknown {
  const parsed: unknown = JSON.parse(json);
  if (!Array.isArray(parsed)) return specialValue(Number(parsed));
  const entries: unknown[] = parsed;
  const known = new Map<number, unknown>();
  const get: Get = (index) => {
    if (index < 0) return specialValue(index);
    if (!known.has(index)) {
      restore(entries[index], get, (value) => known.set(index, value));
    }
    return known.get(index);
  };
  return get(0);
}

function specialValue(index: number): unknown {
  switch (index) {
    case SPECIAL.nan:
      return NaN;
    case SPECIAL.infinity:
      return Infinity;
    case SPECIAL.negativeInfinity:
      return -Infinity;
    case SPECIAL.negativeZero:
      return -0;
    default:
      return undefined;
  }
}

/** Restores one entry; containers are announced before they are filled, for circular references. */
function restore(entry: unknown, get: Get, announce: (value: unknown) => void): void {
  if (Array.isArray(entry)) return restoreTagged(entry as Entry, get, announce);
  if (typeof entry !== "object" || entry === null) return announce(entry);
  const object: Record<string, unknown> = {};
  announce(object);
  for (const [name, index] of Object.entries(entry)) object[name] = get(index);
}

function restoreTagged([tag, ...rest]: Entry, get: Get, announce: (value: unknown) => void): void {
  const text = String(rest[0]);
  const indexes = rest as number[];
  switch (tag) {
    case "BigInt":
      return announce(BigInt(text));
    case "Date":
      return announce(new Date(rest[0] as number));
    case "URL":
      return announce(new URL(text));
    case "RegExp":
      return announce(new RegExp(text, String(rest[1])));
    case "Uint8Array":
      return announce(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
    case "Slot":
      return announce(new SlotRef(rest[0] as number, String(rest[1])));
    case "Computed": {
      const inner: { value?: unknown } = {};
      announce(computed(() => inner.value));
      inner.value = get(Number(text));
      return;
    }
    case "Signal": {
      const restored = signal<unknown>(undefined);
      announce(restored);
      restored.value = get(Number(text));
      return;
    }
    case "Array": {
      const array = new Array<unknown>(indexes.length);
      announce(array);
      indexes.forEach((index, at) => {
        if (index !== SPECIAL.hole) array[at] = get(index);
      });
      return;
    }
    case "Set": {
      const set = new Set<unknown>();
      announce(set);
      for (const index of indexes) set.add(get(index));
      return;
    }
    case "Map": {
      const map = new Map<unknown, unknown>();
      announce(map);
      const items = indexes.map(get);
      for (let at = 0; at < items.length; at += 2) {
        map.set(items[at], items[at + 1]);
      }
      return;
    }
    default:
      tag satisfies never;
  }
}
