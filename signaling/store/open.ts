/** Opens the KV a configuration names. */
import type { KvTarget } from "../config/config.ts";
import { lockDatabase } from "./file_lock.ts";
import { probeKey } from "./keys.ts";
import type { KvStore } from "./kv_store.ts";
import { type Limit, within } from "./patience.ts";
import { isLocal } from "./platform_kv.ts";

export interface OpenKv {
  readonly kv: KvStore;
  /** Whether this process alone uses it: then every other instance in it is a former one. */
  readonly exclusive: boolean;
  /** Resolves to `true` when other instances should see this KV, but cannot. */
  readonly unshared?: Promise<boolean>;
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
  const exclusive = target.kind === "memory";
  const close = () => kv.close();
  if (target.kind !== "platform" || target.assigned) return { kv, exclusive, close };
  // Nobody waits for the answer; a KV that gives none is found by the rooms anyway.
  return { kv, exclusive, close, unshared: isLocal(kv).catch(() => false) };
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
