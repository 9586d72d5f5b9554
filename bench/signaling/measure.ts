/** What the operating system says about a process, and statistics over samples. */

/** Linux counts CPU time in hundredths of a second (USER_HZ). */
const TICK_MS = 10;

/** CPU time of a process and all its threads so far, user and system, ms. */
export function cpuMs(pid: number): number {
  const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory of a process, bytes. */
export function residentBytes(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) * 1_024;
}

/** The value below which a share of the samples lies; NaN for none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The middle of several rounds. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Rounded, for a table. */
export function fixed(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
