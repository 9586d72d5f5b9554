/** What Duet is run with elsewhere, read by the tools it is written for. */
import { assert, assertEquals } from "@std/assert";
import { fileURLToPath as fromFileUrl } from "node:url";
import { validate } from "npm:dockerfile-utils@^0.16";
import { parse } from "npm:yaml@^2.8";
import { ENV_NAMES } from "../../signaling/mod.ts";
import { isAlive } from "../../tools/health.ts";
import { findTool, thisMachine } from "../rig/machine.ts";
import { testUnless } from "../rig/not_run.ts";

const ROOT = new URL("../../", import.meta.url);

function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, ROOT));
}

function whyNo(tool: string): string | undefined {
  return findTool(tool, thisMachine()) ? undefined : `no ${tool} was found`;
}

async function passes(words: readonly string[], env: Record<string, string> = {}): Promise<void> {
  const [program = "", ...args] = words;
  const command = new Deno.Command(findTool(program, thisMachine()) ?? program, {
    args,
    env,
    cwd: fromFileUrl(ROOT),
    stdout: "piped",
    stderr: "piped",
  });
  const { success, stdout, stderr } = await command.output();
  const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(success, said);
}

Deno.test("Dockerfile: valid, without root and a shell, with a health check", () => {
  const text = read("Dockerfile");
  assertEquals(validate(text).map(({ message }) => message), []);
  const last = text.slice(text.lastIndexOf("\nFROM "));
  for (
    const line of [/^USER nonroot$/m, /^HEALTHCHECK /m, /^ENTRYPOINT \[/m, /^FROM \S*distroless/m]
  ) {
    assert(line.test(last), String(line));
  }
  assert(!/^RUN /m.test(last), "nothing is run where there is no shell");
});

Deno.test("Dockerfile: the context holds all that the image is made from", () => {
  const ignored = read(".dockerignore").split("\n").filter((line) =>
    line !== "" && !/^#/.test(line)
  );
  for (const needed of ["jsr", "deno.json", "deno.lock", "tools", "serve.ts", "static"]) {
    assert(!ignored.includes(needed), needed);
  }
  assert(ignored.includes(".env"), "secrets stay out");
});

Deno.test("compose.yaml: only variables Duet reads, and none of the secrets in the file", () => {
  const { services } = parse(read("compose.yaml"));
  const known = [...ENV_NAMES, "DENO_KV_ACCESS_TOKEN", "PORT"];
  for (const name of Object.keys(services.duet.environment)) assert(known.includes(name), name);
  assertEquals(Object.keys(services), ["duet", "kv", "proxy", "coturn"]);
  for (const name of ["DENO_KV_ACCESS_TOKEN", "TURN_SECRET"]) {
    assert(/^\$\{\w+:\?/.test(services.duet.environment[name]), `${name} must be asked for`);
  }
  assertEquals(services.duet.read_only, true);
  const urls = services.duet.environment.TURN_URLS.split(/\s+/);
  assert(urls.some((url: string) => url.startsWith("turns:")), "a way for strict firewalls");
});

testUnless(
  whyNo("sh"),
  "coturn.sh: the shell can read it, and the relay keeps to the internet",
  async () => {
    await passes(["sh", "-n", "deploy/coturn.sh"]);
    const text = read("deploy/coturn.sh");
    for (
      const range of ["10.0.0.0", "127.0.0.0", "169.254.0.0", "172.16.0.0", "192.168.0.0", "fc00::"]
    ) {
      assert(text.includes(`--denied-peer-ip=${range}`), range);
    }
  },
);

testUnless(
  whyNo("systemd-analyze"),
  "duet.service: systemd takes it, and finds it safe",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "duet_unit_" });
    try {
      const unit = `${folder}/duet.service`;
      // The program need not be where the unit will find it.
      const text = read("deploy/duet.service").replace("/usr/bin/deno", Deno.execPath());
      await Deno.writeTextFile(unit, text);
      await passes(["systemd-analyze", "verify", unit]);
      await passes(["systemd-analyze", "security", "--offline=true", "--threshold=20", unit]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

testUnless(whyNo("caddy"), "Caddyfile: Caddy takes it", async () => {
  await passes(["caddy", "validate", "--adapter", "caddyfile", "--config", "deploy/Caddyfile"], {
    DOMAIN: "localhost",
  });
});

Deno.test("health: 0 for a server that is alive, 1 for anything else", async () => {
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    ({ url }) => new Response(null, { status: url.endsWith("/healthz") ? 200 : 503 }),
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  assertEquals([await isAlive(`${origin}/healthz`), await isAlive(`${origin}/other`)], [
    true,
    false,
  ]);
  assertEquals(await isAlive("http://127.0.0.1:1/healthz"), false);
});
