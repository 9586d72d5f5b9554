/** Errors as the page gets them. */
import type { ErrorCode, ErrorMessage } from "../protocol.ts";

/** An `error` message; what does not apply is `null`. */
export function errorMessage(
  code: ErrorCode,
  message: string,
  more: Partial<Pick<ErrorMessage, "retryInMs" | "problem">> = {},
): ErrorMessage {
  return { type: "error", code, message, retryInMs: null, problem: null, ...more };
}
