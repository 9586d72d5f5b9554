/**
 * An error that is answered with the given HTTP status.
 *
 * @example
 * ```ts
 * throw new HttpError(404, "No such room");
 * ```
 */
export class HttpError extends Error {
  /** HTTP status of the response, 400 or above. */
  status: number;

  constructor(status: number, message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = this.constructor.name;
    this.status = status;
  }
}

/** The status an error is answered with: its own if it has one, else 500. */
export function statusOf(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}
