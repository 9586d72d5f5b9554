/** What an attack is: one row of `deno task attack`, and one test of `deno task test`. */

/** Who attacks, or what goes wrong by itself. */
export type Attacker =
  /** Anybody who reaches the server. */
  | "stranger"
  /** A stranger who knows the name of a room in which two talk. */
  | "third person"
  /** One of the two. */
  | "hostile friend"
  /** Paths, processes, disks and stores that are slow, away or gone. */
  | "network"
  /** The host's clock. */
  | "clock";

export interface Attack {
  /** A few words; unique, because SECURITY.md names it. */
  readonly name: string;
  readonly who: Attacker;
  /** What must hold, as the name of a test says it. */
  readonly rule: string;
  /** Why it cannot run on this machine; absent: it can. */
  readonly whyNot?: () => string | undefined;
  run(pace: Pace): Promise<Outcome>;
}

export interface Pace {
  /** In seconds rather than minutes: fewer tries, the server's long waits shortened. */
  readonly short: boolean;
}

export interface Outcome {
  /** What was done, with its amount. */
  readonly tried: string;
  /** What came of it, with its unit. */
  readonly figure: string;
  /** What may come of it at most. */
  readonly limit: string;
  readonly held: boolean;
}

/** Attacks that read `/proc`, stop processes or set their limits. */
export function needsLinux(): string | undefined {
  return Deno.build.os === "linux"
    ? undefined
    : "it reads /proc and sets limits, which needs Linux";
}
