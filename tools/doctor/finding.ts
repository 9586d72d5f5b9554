/** One line of the doctor's. */
export interface Finding {
  readonly what: string;
  readonly verdict: "ok" | "bad" | "left-out";
  readonly said: string;
}

const SIGNS = { "ok": "ok      ", "bad": "NOT OK  ", "left-out": "–       " } as const;
const NAME_WIDTH = 18;

export function print({ what, verdict, said }: Finding): void {
  console.log(`${SIGNS[verdict]}${what.padEnd(NAME_WIDTH)}${said}`);
}

/** Words of an error, for a line. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
