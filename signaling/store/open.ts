/** Opens the KV a configuration names. */
import { dirname } from "node:path";
import type { KvTarget } from "../config/config.ts";
import { ConfigError } from "../config/env_reader.ts";
import { databaseProblem, DatabaseUnusable } from "./database_error.ts";
import { DatabaseInUse, lockDatabase, realPathOf } from "./file_lock.ts";
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

/** What the probe writes: about as much as a room. */
const PROBE = new Uint8Array(512);
/** A probe's row is collected after this. */
const PROBE_LIFE_MS = 60_000;

/**
 * Opens KV. What it throws beside the errors below may pass: try again later.
 *
 * @throws {DatabaseInUse} when another process has the file
 * @throws {DatabaseUnusable} when the file cannot be used, whatever is tried
 * @throws {ConfigError} when a remote KV has no token
 */
export async function openKv(target: KvTarget): Promise<OpenKv> {
  if (target.kind === "file") return await openFile(target.path);
  const kv = await Deno.openKv(nameOf(target)).catch((error) => {
    throw isTokenMissing(error)
      ? new ConfigError(["DENO_KV_ACCESS_TOKEN: expected the KV server's token, got nothing"])
      : error;
  });
  const exclusive = target.kind === "memory";
  const close = () => kv.close();
  if (target.kind !== "platform" || target.assigned) return { kv, exclusive, close };
  // Nobody waits for the answer; a KV that gives none is found by the rooms anyway.
  return { kv, exclusive, close, unshared: isLocal(kv).catch(() => false) };
}

/** Whether trying again cannot help: a person must change something first. */
export function isFinal(error: unknown): boolean {
  return error instanceof DatabaseInUse || error instanceof DatabaseUnusable ||
    error instanceof ConfigError;
}

/** Whether KV takes a write and answers a read in time. Never throws. */
export async function answers(kv: KvStore, limit: Limit): Promise<boolean> {
  try {
    await within(probe(kv), limit);
    return true;
  } catch {
    return false;
  }
}

/** @throws what KV throws */
async function probe(kv: KvStore): Promise<void> {
  await kv.set(probeKey(), PROBE, { expireIn: PROBE_LIFE_MS });
  await kv.get(probeKey());
}

async function openFile(path: string): Promise<OpenKv> {
  try {
    return await openLocked(path);
  } catch (error) {
    if (isFinal(error) || databaseProblem(error) === "full") throw error;
    throw new DatabaseUnusable(path, error);
  }
}

async function openLocked(path: string): Promise<OpenKv> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const place = await realPathOf(path);
  const unlock = await lockDatabase(place);
  let kv: Deno.Kv | null = null;
  function close(): void {
    kv?.close();
    unlock();
  }
  try {
    kv = await Deno.openKv(place);
    // A file that may only be read opens, too.
    await probe(kv);
    return { kv, exclusive: true, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Deno has no class for it. */
function isTokenMissing(error: unknown): boolean {
  return error instanceof Error && error.message.includes("Missing DENO_KV_ACCESS_TOKEN");
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
