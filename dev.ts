/** `deno task dev`: live reload. `deno task build`: the production build in `_fresh/`. */
import { requireDeno } from "./deno_version.ts";

requireDeno();
// Not before: an older Deno fails to load them, and would say so in its own words.
const { Builder } = await import("fresh/dev");
const { joinStyles } = await import("./styles.ts");

await joinStyles(new URL("./", import.meta.url));
const builder = new Builder({ target: "es2022" });
if (Deno.args.includes("build")) await builder.build();
else await builder.listen(() => import("./main.ts"));
