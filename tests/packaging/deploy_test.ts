/** The `deploy` block of `deno.json`, as far as it can be checked away from Deno Deploy. */
import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
const { deploy, tasks } = JSON.parse(Deno.readTextFileSync(new URL("deno.json", ROOT)));
const PAGE = Deno.readTextFileSync(new URL("docs/DEPLOY.md", ROOT));

Deno.test("deploy: uses the published packages, and only tasks that exist", () => {
  assertEquals(deploy.install, "deno task jsr:published");
  const named = [deploy.install, deploy.build].join(" ").matchAll(/deno task (\S+)/g);
  for (const [, name = ""] of named) assert(name in tasks, name);
});

Deno.test("deploy: the entry point is the program that the serve task starts", () => {
  const { type, entrypoint } = deploy.runtime;
  assertEquals(type, "dynamic");
  assert(tasks.serve.endsWith(` ${entrypoint}`));
  assert(deploy.build.endsWith(`--entrypoint ${entrypoint}`), "all it imports is there");
});

Deno.test("deploy: the page shows the block as it is", () => {
  const [, block = ""] = /```json\n(.*?)```/s.exec(PAGE) ?? [];
  assertEquals(JSON.parse(block), deploy);
});

Deno.test("deploy: no variable of ours has a name that the platform keeps for itself", () => {
  const [, names = ""] = /--allow-env=(\S+)/.exec(tasks.serve) ?? [];
  // Deno's and the platform's own, which Duet reads and nobody sets there.
  const theirs = ["DENO_KV_ACCESS_TOKEN", "DENO_DEPLOYMENT_ID", "DENO_KV_DEFAULT_PATH"];
  const ours = names.split(",").filter((name) => !theirs.includes(name));
  assertEquals(ours.filter((name) => /^(DENO_|LD_|OTEL_)/.test(name)), []);
});
