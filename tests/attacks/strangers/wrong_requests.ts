import type { Attack } from "../attack.ts";
import { rawGet } from "../../rig/raw_http.ts";
import { startTarget } from "../target.ts";

const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
};
/** What is wrong, and the request for it. */
const REQUESTS: Record<string, readonly [target: string, headers: Record<string, string>]> = {
  "half an escape": ["/r/%E0%A4%A", {}],
  "a bare percent": ["/r/%", {}],
  "an escape of nothing": ["/r/%zz", {}],
  "a host that is none": ["/", { host: "[" }],
  "a port that is too large": ["/", { host: "a:99999" }],
  "an upgrade without a key": ["/ws", UPGRADE],
  "no upgrade": ["/ws", {}],
  "a folder above": ["/../deno.json", {}],
  "a folder above, escaped": ["/%2e%2e/%2e%2e/etc/passwd", {}],
  "a source file": ["/deno.json", {}],
  "an unknown page": ["/secret-room", {}],
};
const WANTED_HEADERS = ["x-content-type-options", "referrer-policy", "content-security-policy"];

export const wrongRequests: Attack = {
  name: "wrong requests",
  who: "stranger",
  rule:
    "requests: wrong paths, hosts and upgrades get 4xx, a page of ours, the usual headers, no log",
  async run() {
    await using app = await startTarget();
    const wrong: string[] = [];
    const bare: string[] = [];
    for (const [name, [target, headers]] of Object.entries(REQUESTS)) {
      const answer = await rawGet(app.url, target, headers).catch(() => null);
      const status = answer?.status ?? 0;
      if (status < 400 || status >= 500) wrong.push(`${name}: ${status}`);
      if (/\bat .*:\d+:\d+|node_modules/.test(answer?.body ?? "")) wrong.push(`${name}: a stack`);
      // What the HTTP parser refuses never becomes a request, and the socket is no page.
      const isPage = target !== "/ws" && headers.host === undefined;
      if (isPage && WANTED_HEADERS.some((header) => !answer?.headers.has(header))) bare.push(name);
    }
    const logged = app.output.split("\n").filter((line) => /%|secret|error|deno\.json/i.test(line));
    const count = Object.keys(REQUESTS).length;
    return {
      tried: `${count} requests: ${Object.keys(REQUESTS).slice(0, 7).join(", ")} and so on`,
      figure: `${wrong.length} not 4xx${wrong.length > 0 ? ` (${wrong.join(", ")})` : ""}, ` +
        `${bare.length} without our headers, ${logged.length} log lines`,
      limit: "0, 0, 0",
      held: wrong.length + bare.length + logged.length === 0,
    };
  },
};
