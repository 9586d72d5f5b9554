/**
 * One process per SQLite file. Two processes on one file run into "database is locked", and neither
 * hears the other's watch, so a second one must not start. The lock is SQLite's own, held on a second,
 * empty database beside the first; the operating system drops it with the process, even after SIGKILL.
 * (`Deno.FsFile.tryLock` would be shorter, but Deno 2.5 does not have it.)
 */
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";

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

/** Symbolic links in a row before we take it for a circle; systems allow about 40. */
const MAX_LINKS = 40;

/**
 * Takes the lock.
 *
 * @param path the file's own place ({@linkcode realPathOf}): by another name it is the same file
 * @returns the lock's disposer
 * @throws {DatabaseInUse} when another process has it
 */
// deno-lint-ignore require-await -- whoever waits for it gets errors as rejections
export async function lockDatabase(path: string): Promise<() => void> {
  const lock = new DatabaseSync(`${path}.lock`);
  try {
    // Exclusive from here to close(), without waiting for whoever has it.
    lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Error && error.message === "database is locked") {
      throw new DatabaseInUse(path);
    }
    throw error;
  }
  // The file stays: deleting it would let a third process lock a new one while a second waits.
  return () => lock.close();
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
