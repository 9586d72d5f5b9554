/** A status that stands for an error (IANA HTTP Status Code Registry). */
export type ErrorStatus =
  // deno-fmt-ignore
  | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415
  | 416 | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451
  | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;

/**
 * An error that is answered with the given HTTP status.
 *
 * @example
 * ```ts
 * throw new HttpError(404, "No such room");
 * ```
 */
export class HttpError extends Error {
  /** HTTP status of the response. */
  status: ErrorStatus;

  constructor(status: ErrorStatus, message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = this.constructor.name;
    this.status = status;
  }
}

/** The status an error is answered with: its own if it has one, else 500. */
export function statusOf(error: unknown): ErrorStatus {
  return error instanceof HttpError ? error.status : 500;
}
