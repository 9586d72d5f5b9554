import type { Attack } from "../attack.ts";
import { rawGet } from "../../rig/raw_http.ts";
import { startTarget } from "../target.ts";

const WANTED: Record<string, RegExp> = {
  "strict-transport-security": /max-age=\d{7,}/,
  "cross-origin-opener-policy": /^same-origin$/,
  "content-security-policy": /default-src 'none'/,
  "permissions-policy": /camera=\(self\)/,
  "referrer-policy": /^no-referrer$/,
  "x-content-type-options": /^nosniff$/,
};

export const proxyHeaders: Attack = {
  name: "headers behind a TLS proxy",
  who: "network",
  rule:
    "headers: behind a TLS proxy pages have every header they have on https, cookies are Secure",
  async run() {
    await using app = await startTarget({ env: { TRUST_PROXY: "1" } });
    const forwarded = {
      "x-forwarded-proto": "https",
      "x-forwarded-host": "duet.example",
      "x-forwarded-for": "203.0.113.9",
    };
    const missing = new Set<string>();
    let open = 0;
    const pages = ["/", "/r/tea", "/no-such-page"];
    for (const target of pages) {
      const { headers } = await rawGet(app.url, target, forwarded);
      for (const [name, value] of Object.entries(WANTED)) {
        if (!value.test(headers.get(name) ?? "")) missing.add(name);
      }
      open += headers.getSetCookie().filter((cookie) => !/;\s*secure/i.test(cookie)).length;
    }
    return {
      tried: `${pages.length} pages asked for through a proxy that ends TLS`,
      figure:
        `${missing.size} headers missing${
          missing.size > 0 ? ` (${[...missing].join(", ")})` : ""
        }` +
        `, ${open} cookies not Secure`,
      limit: "0, 0",
      held: missing.size === 0 && open === 0,
    };
  },
};
