/** What every assertion of this package throws when it does not hold. */
export class AssertionError extends Error {
  /**
   * @param message What was expected and what was found.
   * @param options `cause`, as for any error.
   */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/** `what`, followed by the caller's own words where there are any. */
export function explain(what: string, msg?: string): string {
  return msg ? `${what}: ${msg}` : `${what}.`;
}
