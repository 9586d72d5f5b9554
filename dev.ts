/** `deno task dev`: live reload. `deno task build`: the production build in `_fresh/`. */
import { Builder } from "fresh/dev";
import { precompress } from "./tools/precompress.ts";

const builder = new Builder({ target: "es2022" });
if (Deno.args.includes("build")) {
  await builder.build();
  await precompress(import.meta.dirname ?? Deno.cwd());
} else {
  await builder.listen(() => import("./main.ts"));
}
