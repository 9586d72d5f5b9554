/** What one socket may send: messages, bytes, and mistakes. */
import type { Limits } from "./limits.ts";
import { type Bucket, fullBucket, perMinute, type Rate, spend } from "./token_bucket.ts";
import { MAX_MESSAGE_BYTES } from "../protocol.ts";

/** The rates that follow from the configured limits. */
export interface SocketRates {
  readonly messages: Rate;
  readonly bytes: Rate;
  readonly errors: Rate;
}

/** A prepared offer's candidates trickle in one burst; renegotiations come seconds apart. */
const MESSAGE_BURST_SECONDS = 5;
const BYTE_BURST_SECONDS = 8;

export function socketRates(limits: Limits): SocketRates {
  const { messagesPerSecond, bytesPerSecond, errorsPerMinute } = limits;
  // Whatever the rate, one message of the largest size must pass.
  const byteBurst = Math.max(bytesPerSecond * BYTE_BURST_SECONDS, MAX_MESSAGE_BYTES);
  return {
    messages: { burst: messagesPerSecond * MESSAGE_BURST_SECONDS, perSecond: messagesPerSecond },
    bytes: { burst: byteBurst, perSecond: bytesPerSecond },
    errors: perMinute(errorsPerMinute),
  };
}

export class SocketLimits {
  readonly #rates: SocketRates;
  #messages: Bucket;
  #bytes: Bucket;
  /** Most sockets never make a mistake. */
  #errors: Bucket | null = null;

  constructor(rates: SocketRates, now: number) {
    this.#rates = rates;
    this.#messages = fullBucket(rates.messages, now);
    this.#bytes = fullBucket(rates.bytes, now);
  }

  /** Counts a message of so many UTF-8 bytes; `null`: allowed, otherwise when to send again, ms. */
  message(size: number, now: number): number | null {
    const message = spend(this.#messages, this.#rates.messages, 1, now);
    this.#messages = message.bucket;
    const bytes = spend(this.#bytes, this.#rates.bytes, size, now);
    this.#bytes = bytes.bucket;
    if (message.ok && bytes.ok) return null;
    return Math.max(message.ok ? 0 : message.retryInMs, bytes.ok ? 0 : bytes.retryInMs);
  }

  /** Counts a mistake; `false`: one too many. */
  mistake(now: number): boolean {
    const { errors } = this.#rates;
    const spent = spend(this.#errors ?? fullBucket(errors, now), errors, 1, now);
    this.#errors = spent.bucket;
    return spent.ok;
  }
}
