/**
 * Structured logs: one JSON object a line. The fields are listed here, and none of them can hold a
 * room name, a token, an address or SDP; whoever adds one must keep it so.
 */

export type LogEvent =
  | "ready"
  | "stopping"
  | "stopped"
  | "kv-failure"
  | "kv-recovered"
  | "listener-lost"
  | "listener-back"
  | "few-descriptors"
  | "memory-high"
  | "memory-normal"
  | "kv-not-shared"
  | "ice-provider-failed"
  | "ice-provider-recovered"
  | "bug";

export interface LogFields {
  readonly instance?: string;
  readonly sockets?: number;
  readonly ms?: number;
  readonly count?: number;
  /** File descriptors the process may use. */
  readonly descriptors?: number;
  readonly bytes?: number;
  /** An error's class. */
  readonly error?: string;
  /** Where it was thrown, without its message. */
  readonly stack?: string;
  readonly kv?: string;
  /** What is wrong with the database: `damaged`, `read-only` or `full`. */
  readonly problem?: string;
  /** One of a few fixed words. */
  readonly reason?: string;
}

export type LogLevel = "info" | "warn" | "error";

export interface Log {
  (level: LogLevel, event: LogEvent, fields?: LogFields): void;
}

/** Writes to standard output, and from `warn` on to standard error. */
export function consoleLog(level: LogLevel, event: LogEvent, fields: LogFields = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  if (level === "info") console.log(line);
  else console.error(line);
}

/** What may be said of an error: its message may quote what must not be logged. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 4);
  return { error: error.name, stack: frames?.map((line) => line.trim()).join(" < ") ?? "" };
}
