/** What of Deno KV is used: all that a modelled one must bring. */
export type KvStore = Pick<Deno.Kv, "get" | "set" | "atomic" | "list" | "watch">;
