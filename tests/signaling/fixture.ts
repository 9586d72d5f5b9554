/** A signalling server of its own for one test, and pages that talk to it over real WebSockets. */
import { readConfig } from "../../signaling/config/config.ts";
import { createSignaling, type Signaling, type SignalingDeps } from "../../signaling/mod.ts";
import { Page } from "./page.ts";

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly signaling: Signaling;
  /** A page whose socket is open and greeted. */
  page(): Promise<Page>;
}

export interface TestServerOptions extends SignalingDeps {
  /** Environment variables; KV is in memory unless `KV_URL` says otherwise. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server on a free port of the loopback interface. */
export function startServer(options: TestServerOptions = {}): TestServer {
  const env: Record<string, string> = { KV_URL: ":memory:", STUN_URLS: "none", ...options.env };
  const signaling = createSignaling(readConfig((name) => env[name]), {
    log: () => {},
    ...options,
  });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request, info) => {
      switch (new URL(request.url).pathname) {
        case "/healthz":
          return signaling.health();
        case "/readyz":
          return signaling.ready();
        default:
          return signaling.accept(request, info, (upgrade) => {
            return Deno.upgradeWebSocket(request, upgrade);
          });
      }
    },
  );
  const url = `ws://127.0.0.1:${server.addr.port}/ws`;
  const pages: Page[] = [];
  return {
    url,
    signaling,
    async page() {
      const page = await Page.open(url);
      pages.push(page);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(pages.map((page) => page.close()));
      await signaling.stop();
      await server.shutdown();
    },
  };
}

/** The server's spans of time, shortened so that a test can wait for them. */
export const SHORT = {
  heartbeatMs: 50,
  silentMs: 30_000,
  holdClosingMs: 150,
  holdLostMs: 400,
  challengeMs: 300,
  sweepMs: 20,
} as const;
