import type { Attack } from "../attack.ts";
import { Caller, serves } from "../caller.ts";
import { startKvProxy } from "../../rig/kv_proxy.ts";
import { startKvServer } from "../../rig/kv_server.ts";
import { startTarget } from "../target.ts";

const LIMIT_MS = 15_000;

export const awayAtStart: Attack = {
  name: "store away at the start",
  who: "network",
  rule: "store: a KV that is away at the start is waited for, and joins say so",
  async run() {
    await using kv = await startKvServer();
    await using proxy = startKvProxy(kv.store);
    proxy.fate = () => "away";
    await using app = await startTarget({ store: proxy.store });
    const health = await statusOf(`${app.url}healthz`);
    const ready = await statusOf(`${app.url}readyz`);
    const caller = await Caller.open(app);
    const reply = await caller.join("tea").catch(() => null);
    caller[Symbol.dispose]();
    proxy.fate = () => "pass";
    const backMs = await serves(app, { patienceMs: LIMIT_MS });
    const said = reply?.type === "error" ? reply.code : reply?.type ?? "nothing";
    return {
      tried: "started while the KV server is away, which then comes back",
      figure: `/healthz ${health}, /readyz ${ready}, a join "${said}", serves after ` +
        (backMs === null ? "never" : `${backMs} ms`),
      limit: `200, 503, "unavailable", ${LIMIT_MS} ms`,
      held: health === 200 && ready === 503 && said === "unavailable" && backMs !== null,
    };
  },
};

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.body?.cancel();
  return response.status;
}
