import { assert, assertEquals } from "@std/assert";
import { retryDelayMs } from "./patience.ts";

Deno.test("retry: delays spread over a doubling span and stay below half a second", () => {
  for (let attempt = 0; attempt < 50; attempt++) {
    const longest = retryDelayMs(attempt, 0.999_999);
    assert(longest <= Math.min(400, 4 * 2 ** attempt), `${attempt}: ${longest}`);
    assertEquals(retryDelayMs(attempt, 0), 0);
  }
});
