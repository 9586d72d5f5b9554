/** Every KV key, built in one place. The first part is the schema: a change of values changes it. */

const SCHEMA = "duet2";

export function roomKey(room: string): Deno.KvKey {
  return [SCHEMA, "room", room];
}

export function roomPrefix(): Deno.KvKey {
  return [SCHEMA, "room"];
}

/** Rows for one instance; those of one sender are in the order of `sequence`. */
export function mailKey(to: string, from: string, sequence: number): Deno.KvKey {
  return [SCHEMA, "mail", to, from, sequence];
}

export function mailPrefix(to: string): Deno.KvKey {
  return [SCHEMA, "mail", to];
}

/** Rung in the same atomic that writes rows: says "look", nothing more. */
export function bellKey(to: string): Deno.KvKey {
  return [SCHEMA, "bell", to];
}

/** Left by an instance that stopped in order. */
export function farewellKey(instance: string): Deno.KvKey {
  return [SCHEMA, "farewell", instance];
}

/** Written and read to learn whether KV does both. */
export function probeKey(): Deno.KvKey {
  return [SCHEMA, "probe"];
}
