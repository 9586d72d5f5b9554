/** Waits for a stretch of time that is itself what is tried. */
export function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
