/**
 * One process per SQLite file. Two processes on one file run into "database is locked", and neither
 * hears the other's watch, so a second one must not start. The lock is advisory (flock) on a file
 * beside the database; the operating system drops it with the process, even after SIGKILL.
 */

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

/**
 * Takes the lock.
 *
 * @returns its disposer
 * @throws {DatabaseInUse} when another process has it
 */
export async function lockDatabase(path: string): Promise<() => void> {
  const file = await Deno.open(`${path}.lock`, { create: true, write: true });
  if (!file.tryLockSync(true)) {
    file.close();
    throw new DatabaseInUse(path);
  }
  // The file stays: deleting it would let a third process lock a new one while a second waits.
  return () => file.close();
}
