/**
 * One process per SQLite file. Two processes on one file run into "database is locked", and neither
 * hears the other's watch, so a second one must not start. The lock is advisory (flock) on a file
 * beside the database; the operating system drops it with the process, even after SIGKILL.
 */
import { basename, dirname, join, resolve } from "node:path";

/** Another process has this database open. */
export class DatabaseInUse extends Error {
  override readonly name = "DatabaseInUse";
  constructor(path: string) {
    super(
      `Cannot open ${path}: another Duet process is using it. ` +
        "One SQLite file serves one process; to run several, give them one KV Connect server (KV_URL).",
    );
  }
}

/** A free lock is had at once; older Denos cannot ask without waiting. */
const LOCK_PATIENCE_MS = 500;
/** Symbolic links in a row before we take it for a circle; systems allow about 40. */
const MAX_LINKS = 40;

/**
 * Takes the lock.
 *
 * @param path the file's own place ({@linkcode realPathOf}): by another name it is the same file
 * @returns the lock's disposer
 * @throws {DatabaseInUse} when another process has it
 */
export async function lockDatabase(path: string): Promise<() => void> {
  const file = await Deno.open(`${path}.lock`, { create: true, write: true });
  if (!await tryLock(file)) {
    file.close();
    throw new DatabaseInUse(path);
  }
  // The file stays: deleting it would let a third process lock a new one while a second waits.
  return () => file.close();
}

/** Where a file is, or will be when it is created, whatever links lead there. */
export async function realPathOf(path: string): Promise<string> {
  let place = resolve(path);
  for (let links = 0; links < MAX_LINKS; links++) {
    try {
      return await Deno.realPath(place);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    const target = await linkTarget(place);
    if (target === null) return join(await Deno.realPath(dirname(place)), basename(place));
    place = resolve(dirname(place), target);
  }
  throw new Error(`Cannot follow ${path}: too many symbolic links`);
}

async function linkTarget(path: string): Promise<string | null> {
  try {
    return await Deno.readLink(path);
  } catch {
    return null;
  }
}

/** `tryLockSync` came with Deno 2.9. */
async function tryLock(file: Deno.FsFile): Promise<boolean> {
  if ("tryLockSync" in file) return file.tryLockSync(true);
  const old: Deno.FsFile = file;
  const locked = old.lock(true).then(() => true);
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), LOCK_PATIENCE_MS);
  return await Promise.race([locked, late.promise]).finally(() => clearTimeout(timer));
}
