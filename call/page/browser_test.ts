import { assertEquals } from "@std/assert";
import { engineOf } from "./browser.ts";

const KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)";

for (
  const [name, agent, engine] of [
    [
      "Chrome",
      `Mozilla/5.0 (X11; Linux x86_64) ${KHTML} Chrome/146.0.0.0 Safari/537.36`,
      "chromium",
    ],
    [
      "Chrome without a window",
      `Mozilla/5.0 (X11; Linux x86_64) ${KHTML} HeadlessChrome/156.0.0.0 Safari/537.36`,
      "chromium",
    ],
    [
      "Edge",
      `Mozilla/5.0 (Windows NT 10.0) ${KHTML} Chrome/146.0 Safari/537.36 Edg/146.0`,
      "chromium",
    ],
    [
      "Firefox",
      "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
      "firefox",
    ],
    [
      "Safari",
      "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
      "webkit",
    ],
    [
      "Chrome on an iPhone, which is WebKit",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/146.0 Mobile/15E148 Safari/604.1",
      "webkit",
    ],
    [
      "Firefox on an iPhone, which is WebKit",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/150.0 Mobile/15E148 Safari/605.1.15",
      "webkit",
    ],
  ] as const
) {
  Deno.test(`engine: ${name} → ${engine}`, () => {
    assertEquals(engineOf(agent), engine);
  });
}
