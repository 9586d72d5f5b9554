/**
 * Every state of the screens, with a fake call behind the real components:
 * `deno run -A tests/gallery/serve.ts`, then open the address it prints. Never part of the app.
 */
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { contentSecurity, safeHeaders } from "../../security.ts";
import { joinStyles } from "../../styles.ts";
import type { State } from "../../utils.ts";

/** Builds the gallery in memory and serves it on a free port, as strictly as the app is. */
export async function serveGallery(): Promise<Deno.HttpServer<Deno.NetAddr>> {
  await joinStyles(new URL("../../", import.meta.url));
  const builder = new Builder({
    target: "es2022",
    root: new URL(".", import.meta.url).href,
    staticDir: new URL("../../static", import.meta.url).href,
  });
  const equip = await builder.build({ snapshot: "memory" });
  const app = new App<State>()
    .use(safeHeaders())
    .use(contentSecurity())
    .use(staticFiles())
    .fsRoutes();
  equip(app);
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.handler());
}

if (import.meta.main) {
  const { addr } = await serveGallery();
  console.info(`http://localhost:${addr.port}/`);
}
