/** The small page as a process of its own: `PORT=8100 deno run --allow-all bench/small_page/main.ts`. */
import { serveSmallPage } from "./server.ts";

const port = Number(Deno.env.get("PORT") ?? 8100);
await serveSmallPage(port);
console.log(`Small page is ready at http://localhost:${port}/`);
