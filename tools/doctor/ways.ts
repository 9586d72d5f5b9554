import { type IceConfig, iceServers } from "../../signaling/ice/ice_servers.ts";
import { IceProvider, type ProviderConfig } from "../../signaling/ice/provider.ts";
import { systemSecrets } from "../../signaling/rooms/tokens.ts";
import { systemClock } from "../../signaling/clock.ts";
import type { IceServer } from "../../signaling/protocol.ts";
import { type Finding, wordsOf } from "./finding.ts";
import { allocate, bind } from "./stun_client.ts";

/** Each STUN server is asked. One that is silent is bad only if all are. */
export async function* checkStun(urls: readonly string[]): AsyncGenerator<Finding> {
  const what = "STUN";
  if (urls.length === 0) {
    yield { what, verdict: "left-out", said: "turned off: two homes may not find each other" };
    return;
  }
  const results = await Promise.all(urls.map((url) => attempt(() => bind(url))));
  const works = results.includes(null);
  for (const [index, url] of urls.entries()) {
    const problem = results[index] ?? null;
    yield {
      what,
      verdict: problem === null ? "ok" : works ? "left-out" : "bad",
      said: problem === null ? `${url} answers` : `${url}: ${problem}`,
    };
  }
}

/** An allocation on each address, with credentials as pages get them. */
export async function* checkTurn(config: IceConfig): AsyncGenerator<Finding> {
  const own = iceServers({ ...config, stunUrls: [] }, {
    nowMs: Date.now(),
    newId: systemSecrets.newId,
  });
  if (own.servers.length === 0 && config.provider === null) {
    const said = "none: people behind strict networks will not connect";
    yield { what: "TURN", verdict: "left-out", said };
  }
  yield* tryServers(own.servers);
}

/** What the provider answers, and an allocation on each address of it. */
export async function* checkProvider(config: ProviderConfig | null): AsyncGenerator<Finding> {
  const what = "TURN provider";
  if (config === null) return;
  let why = "";
  const provider = new IceProvider(config, {
    clock: systemClock,
    fetch,
    onFailure: (failure) => why = failure,
    onRecovery: () => undefined,
  });
  await provider.refresh();
  if (why !== "") {
    yield { what, verdict: "bad", said: `nothing to use: ${why}` };
    return;
  }
  const { servers } = provider.current();
  yield { what, verdict: "ok", said: "answers with servers and credentials" };
  yield* tryServers(servers);
}

async function* tryServers(servers: readonly IceServer[]): AsyncGenerator<Finding> {
  for (const { urls, username, credential } of servers) {
    if (username === undefined || credential === undefined) continue;
    for (const url of urls) {
      const problem = await attempt(() => allocate(url, { username, credential }));
      yield {
        what: "TURN",
        verdict: problem === null ? "ok" : "bad",
        said: problem === null ? `${url} gives an allocation` : `${url}: ${problem}`,
      };
    }
  }
}

/** @returns what went wrong; `null`: nothing */
async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}
