/** Errors as the page gets them. */
import type { ErrorCode, ErrorMessage } from "../protocol.ts";

export type ErrorDetails = Partial<Pick<ErrorMessage, "request" | "retryInMs" | "problem">>;

/** An `error` message; what does not apply is `null`. */
export function errorMessage(
  code: ErrorCode,
  message: string,
  more: ErrorDetails = {},
): ErrorMessage {
  return { type: "error", request: null, code, message, retryInMs: null, problem: null, ...more };
}
