import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { startTarget } from "../target.ts";

/** `LIMIT_BYTES_PER_SECOND` as set here, and eight seconds' worth of it at once. */
const BYTES_PER_SECOND = 8_192;
const BURST_SECONDS = 8;
/** Three bytes of UTF-8, one code unit of UTF-16. */
const WIDE = "界".repeat(5_000);

export const wideBytes: Attack = {
  name: "bytes in wide characters",
  who: "stranger",
  rule: "limits: bytes are counted as sent, not as characters",
  async run() {
    const env = { LIMIT_BYTES_PER_SECOND: String(BYTES_PER_SECOND), LIMIT_ERRORS_PER_MINUTE: "99" };
    await using app = await startTarget({ env });
    using caller = await Caller.open(app);
    const started = performance.now();
    let bytes = 0;
    for (let index = 0; index < 20; index++) {
      caller.say(WIDE);
      const { code } = await caller.next(["error"]);
      if (code === "rate-limited") break;
      bytes += WIDE.length * 3;
    }
    const seconds = (performance.now() - started) / 1_000;
    const limit = Math.ceil(BYTES_PER_SECOND * (BURST_SECONDS + seconds));
    return {
      tried: `messages of ${WIDE.length} characters of 3 bytes, as fast as they are answered`,
      figure: `${bytes} bytes taken`,
      limit: `${limit}`,
      held: bytes <= limit,
    };
  },
};
