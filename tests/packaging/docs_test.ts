/** What the pages say of the configuration is what it is. */
import { assert } from "@std/assert";
import { DEFAULT_STUN_URLS } from "../../signaling/config/ice_config.ts";
import { ENV_NAMES } from "../../signaling/mod.ts";

const ROOT = new URL("../../", import.meta.url);

function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, ROOT));
}

Deno.test("docs: README and operations name the STUN servers that browsers ask by default", () => {
  for (const path of ["README.md", "docs/OPERATIONS.md"]) {
    const text = read(path);
    for (const url of DEFAULT_STUN_URLS) {
      const host = url.split(":")[1] ?? "";
      assert(text.includes(host), `${path} does not name ${host}`);
    }
  }
});

Deno.test("docs: operations explain every variable, and the serve task may read it", () => {
  const operations = read("docs/OPERATIONS.md");
  const { tasks } = JSON.parse(read("deno.json"));
  const [, allowed = ""] = /--allow-env=(\S+)/.exec(tasks.serve) ?? [];
  for (const name of ENV_NAMES) {
    assert(operations.includes(`\`${name}\``), `${name} is not explained`);
    assert(allowed.split(",").includes(name), `${name} may not be read`);
  }
});
