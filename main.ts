/** The app: everything a request can meet, in order. */
import { App, HttpError, staticFiles } from "fresh";
import { preloadChunks } from "./preload.ts";
import { MALFORMED_PATH, SOCKET_PATH } from "./process/malformed.ts";
import { contentSecurity, safeHeaders } from "./security.ts";
import { createSignaling, readConfig, residentBytes } from "./signaling/mod.ts";
import type { State } from "./utils.ts";

export const config = readConfig((name) => Deno.env.get(name));
export const signaling = createSignaling(config, { memory: residentBytes });

export const app = new App<State>({ trustProxy: config.trustedProxies > 0 })
  .get(SOCKET_PATH, (ctx) => signaling.accept(ctx.req, ctx.info, (options) => ctx.upgrade(options)))
  .use(safeHeaders())
  .get("/healthz", () => signaling.health())
  .get("/readyz", () => signaling.ready())
  .use(contentSecurity())
  .use(preloadChunks())
  .use(staticFiles())
  .fsRoutes()
  // After the folder of routes, whose error page it gets.
  .get(MALFORMED_PATH, () => {
    throw new HttpError(400);
  });
