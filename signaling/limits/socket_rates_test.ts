import { assertEquals } from "@std/assert";
import { MAX_MESSAGE_BYTES } from "../protocol.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { SocketLimits, socketRates } from "./socket_rates.ts";

Deno.test("limits: a socket has so many messages, bytes and mistakes", () => {
  const rates = socketRates({
    ...DEFAULT_LIMITS,
    messagesPerSecond: 1,
    bytesPerSecond: 100,
    errorsPerMinute: 2,
  });
  const counted = new SocketLimits(rates, 0);
  assertEquals([1, 2, 3, 4, 5].map(() => counted.message(1, 0)), [null, null, null, null, null]);
  assertEquals(counted.message(1, 0), 1_000);
  const sender = new SocketLimits(rates, 0);
  assertEquals(sender.message(MAX_MESSAGE_BYTES, 0), null, "one message of any size passes");
  assertEquals(sender.message(100, 0), 1_000);
  assertEquals([counted.mistake(0), counted.mistake(0), counted.mistake(0)], [true, true, false]);
});
