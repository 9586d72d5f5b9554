/** `deno task dev`: live reload. `deno task build`: the production build in `_fresh/`. */
import { requireDeno } from "./deno_version.ts";

requireDeno();
// Not before: an older Deno fails to load them, and would say so in its own words.
const { Builder } = await import("fresh/dev");
const { precompress } = await import("./tools/precompress.ts");

const builder = new Builder({ target: "es2022" });
if (Deno.args.includes("build")) {
  await builder.build();
  await precompress(import.meta.dirname ?? Deno.cwd());
} else {
  await builder.listen(() => import("./main.ts"));
}
