/** What can be wrong with a SQLite file, told from SQLite's own words. */

export type DatabaseProblem = "damaged" | "read-only" | "full";

/** What the person who runs Duet can do about it, in one line. */
const ADVICE: Readonly<Record<Exclude<DatabaseProblem, "full"> | "unopenable", string>> = {
  damaged: "it is damaged, or no SQLite file. Move it away and start again: " +
    "rooms are made anew, and no call needs it.",
  "read-only": "it may only be read. Let this process write it and its folder, " +
    "or name another path in KV_URL.",
  unopenable: "check that KV_URL names a file in a folder that this process may read and write.",
};

/** Deno throws plain errors; their messages are SQLite's (sqlite3.org, "Result and Error Codes"). */
const MESSAGES: readonly (readonly [RegExp, DatabaseProblem])[] = [
  [/not a database|malformed/i, "damaged"],
  [/read-?only|permission denied/i, "read-only"],
  [/disk is full|no space left/i, "full"],
];

/** This file cannot be used, whatever the process tries: a person must do something. */
export class DatabaseUnusable extends Error {
  override readonly name = "DatabaseUnusable";
  constructor(path: string, cause: unknown) {
    const problem = databaseProblem(cause);
    const advice = ADVICE[problem === null || problem === "full" ? "unopenable" : problem];
    super(`Cannot use ${path}: ${advice}`, { cause });
  }
}

/** What an error says about the database; `null`: nothing that is known. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  const message = error instanceof Error ? error.message : "";
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}
