/** Opens the KV a configuration names. */
import type { KvTarget } from "../config/config.ts";
import { lockDatabase } from "./file_lock.ts";
import { probeKey } from "./keys.ts";
import type { KvStore } from "./kv_store.ts";
import { type Limit, within } from "./patience.ts";

export interface OpenKv {
  readonly kv: KvStore;
  /** Whether this process alone uses it: then every other instance in it is a former one. */
  readonly exclusive: boolean;
  /** Closes it; a call under way fails. */
  close(): void;
}

/**
 * Opens KV. A remote one that does not answer yet is no error here.
 *
 * @throws {DatabaseInUse} when another process has the file
 */
export async function openKv(target: KvTarget): Promise<OpenKv> {
  if (target.kind === "file") return await openFile(target.path);
  const kv = await Deno.openKv(nameOf(target));
  return { kv, exclusive: target.kind === "memory", close: () => kv.close() };
}

/** Whether KV answers a read in time. Never throws. */
export async function answers(kv: KvStore, limit: Limit): Promise<boolean> {
  try {
    await within(kv.get(probeKey()), limit);
    return true;
  } catch {
    return false;
  }
}

async function openFile(path: string): Promise<OpenKv> {
  const folder = path.replace(/[\\/][^\\/]*$/, "");
  if (folder !== path && folder !== "") await Deno.mkdir(folder, { recursive: true });
  const unlock = await lockDatabase(path);
  let kv: Deno.Kv;
  try {
    kv = await Deno.openKv(path);
  } catch (error) {
    unlock();
    throw error;
  }
  function close(): void {
    kv.close();
    unlock();
  }
  return { kv, exclusive: true, close };
}

function nameOf(target: Exclude<KvTarget, { kind: "file" }>): string | undefined {
  switch (target.kind) {
    case "memory":
      return ":memory:";
    case "remote":
      return target.url;
    case "platform":
      return undefined;
  }
}
