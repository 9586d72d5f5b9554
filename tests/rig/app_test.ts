import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { type AppOptions, splitCommand, startApp } from "./app.ts";

// Stands in for the app: says that it is ready, answers with its process id, ends on SIGTERM.
const SERVER = `
  const server = Deno.serve({ port: Number(Deno.env.get("PORT")), onListen: ({ port }) =>
    console.log("Duet is ready at http://localhost:" + port + "/") },
    () => new Response(Deno.pid + " " + Deno.env.get("KV_URL")));
  Deno.addSignalListener("SIGTERM", async () => { await server.shutdown(); Deno.exit(7); });`;

Deno.test("an app tells its address, ends when asked, and comes back on its port", async () => {
  await using app = await startApp(stub(SERVER));
  const answer = await text(app.url);
  assertEquals(answer, `${app.pid} ${"path" in app.options.store && app.options.store.path}`);
  assert(app.output.includes(app.url));
  assertEquals(await app.stop(), Deno.build.os === "windows" ? 1 : 7);
  await assertRejects(() => fetch(app.url));

  await using again = await startApp(app.comeBack());
  assertEquals(again.url, app.url);
  await again.kill9();
  await assertRejects(() => fetch(app.url));
});

Deno.test("an app that ends early fails with what it said", async () => {
  const error = await assertRejects(() => startApp(stub(`console.error("no luck"); Deno.exit(3)`)));
  assert(error instanceof Error);
  assertStringIncludes(error.message, "ended 3");
  assertStringIncludes(error.message, "no luck");
});

Deno.test("the serve task is split into words", () => {
  assertEquals(
    splitCommand(`deno task build && deno run --allow-net "--allow-read=a b" serve.ts`),
    ["deno", "run", "--allow-net", "--allow-read=a b", "serve.ts"],
  );
});

function stub(code: string): AppOptions {
  return { command: [Deno.execPath(), "eval", code] };
}

async function text(url: string): Promise<string> {
  return await (await fetch(url)).text();
}
