/**
 * Whether the KV of Deno Deploy is one that instances share. Without one assigned to the app
 * `Deno.openKv()` opens a local one in silence: each instance would have rooms of its own, and two
 * people in the same room would never meet.
 */
import { probeKey } from "./keys.ts";
import type { KvStore } from "./kv_store.ts";

/**
 * A local KV counts its commits from one; the platform's versions grow by about a million a second.
 * An instance lives too short to commit this often.
 */
const MOST_LOCAL_COMMITS = 1_000_000n;
/** A versionstamp is ten bytes in hexadecimal: eight of the commit, two of the place within it. */
const COMMIT_DIGITS = 16;

/** Asks with a commit that changes nothing. @throws when KV does not answer */
export async function isLocal(kv: KvStore): Promise<boolean> {
  const result = await kv.atomic().delete(probeKey()).commit();
  return result.ok && looksLocal(result.versionstamp);
}

export function looksLocal(versionstamp: string): boolean {
  return BigInt(`0x${versionstamp.slice(0, COMMIT_DIGITS)}`) < MOST_LOCAL_COMMITS;
}
