/** The app: everything a request can meet, in order. */
import { App, HttpError, staticFiles } from "fresh";
import { MALFORMED_PATH } from "./process/malformed.ts";
import { contentSecurity, safeHeaders } from "./security.ts";
import { createSignaling, isHandshake, readConfig } from "./signaling/mod.ts";
import type { State } from "./utils.ts";

export const config = readConfig((name) => Deno.env.get(name));
export const signaling = createSignaling(config);

export const app = new App<State>({ trustProxy: config.trustedProxies > 0 })
  .get("/ws", (ctx) => {
    if (!isHandshake(ctx.req.headers)) throw new HttpError(400);
    return signaling.accept(ctx.req, ctx.info, (options) => ctx.upgrade(options));
  })
  .use(safeHeaders())
  .get("/healthz", () => signaling.health())
  .get("/readyz", () => signaling.ready())
  .get(MALFORMED_PATH, () => {
    throw new HttpError(400);
  })
  .use(contentSecurity())
  .use(staticFiles())
  .fsRoutes();
