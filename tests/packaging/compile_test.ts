/** One program with everything in it: compiled, started in an empty folder, and used for a call. */
import { assert, assertEquals } from "@std/assert";
import { fileURLToPath as fromFileUrl } from "node:url";
import { compileArguments } from "../../tools/compile.ts";
import { ensureBuilt } from "../rig/build.ts";
import { Child, freePort } from "../rig/child.ts";
import { testUnless } from "../rig/not_run.ts";
import { offerFor, Page } from "../signaling/page.ts";

const ROOT = new URL("../../", import.meta.url);

Deno.test("compile: with the permissions of the serve task, but for reading what is embedded", () => {
  const serve = "deno run --no-prompt --allow-net --allow-read=. --allow-env=PORT serve.ts";
  const options = { output: "out", assets: ["_fresh/static"], more: ["--quiet"] };
  assertEquals(compileArguments(serve, options), [
    ...["compile", "--no-prompt", "--allow-net", "--allow-read", "--allow-env=PORT"],
    ...["--include", "_fresh/static", "--output", "out", "--quiet", "serve.ts"],
  ]);
});

testUnless(
  await whyNoCompile(),
  "compile: the program serves the page, and a call is arranged on it",
  async () => {
    await ensureBuilt(ROOT);
    const folder = await Deno.makeTempDir({ prefix: "duet_compiled_" });
    try {
      const program = `${folder}/duet`;
      await run(["task", "compile", program, "--quiet"]);
      const port = freePort();
      await using child = await Child.start({
        name: "The compiled program",
        words: [program],
        ready: /ready at http/,
        cwd: folder,
        env: { PORT: String(port), STUN_URLS: "none" },
      });
      const html = await (await fetch(`http://localhost:${port}/`)).text();
      const assets = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = ""]) => path);
      assert(assets.length > 3, "a page with styles and scripts");
      for (const path of assets) {
        const response = await fetch(`http://localhost:${port}${path}`);
        await response.body?.cancel();
        assertEquals(response.status, 200, path);
      }
      const url = `ws://localhost:${port}/ws`;
      const [ann, bob] = [await Page.open(url), await Page.open(url)];
      await ann.sit("Kitchen");
      await bob.sit("Kitchen", { offer: offerFor("connection-of-bob") });
      assertEquals((await ann.next("arrived")).connection, "connection-of-bob");
      const id = "answer-of-ann";
      const connection = "connection-of-bob";
      ann.send({
        type: "signal",
        to: bob.session,
        signal: { kind: "answer", connection, id, sdp: "v=0" },
      });
      assertEquals((await bob.next("signal")).from, ann.session);
      await Promise.all([ann.close(), bob.close()]);
      assertEquals(await child.stop(), 0);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

/** Deno compiles into a runtime of its own, which it downloads the first time. */
async function whyNoCompile(): Promise<string | undefined> {
  const folder = await Deno.makeTempDir({ prefix: "duet_compile_probe_" });
  try {
    await Deno.writeTextFile(`${folder}/probe.ts`, "");
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["compile", "--quiet", "--output", `${folder}/probe`, `${folder}/probe.ts`],
      cwd: folder,
      stdout: "null",
      stderr: "null",
    }).output();
    return success ? undefined : "Deno cannot get the runtime that it compiles into (denort)";
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(args: string[]): Promise<void> {
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd: fromFileUrl(ROOT),
    stderr: "piped",
  });
  const { success, stderr } = await command.output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
