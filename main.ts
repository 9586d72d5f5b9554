/** The app: everything a request can meet, in order. */
import { App, staticFiles } from "fresh";
import { preloadChunks } from "./preload.ts";
import { precompressed } from "./precompressed.ts";
import { contentSecurity, safeHeaders } from "./security.ts";
import { createSignaling, readConfig } from "./signaling/mod.ts";
import type { State } from "./utils.ts";

export const signaling = createSignaling(readConfig((name) => Deno.env.get(name)));

export const app = new App<State>()
  .get("/ws", (ctx) => signaling.accept(ctx.req, ctx.info, (options) => ctx.upgrade(options)))
  .get("/healthz", () => signaling.health())
  .get("/readyz", () => signaling.ready())
  .use(safeHeaders())
  .use(contentSecurity())
  .use(preloadChunks())
  .use(precompressed())
  .use(staticFiles())
  .fsRoutes();
