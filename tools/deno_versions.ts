/**
 * `deno task test:denos`: on the oldest Deno that Duet supports and on the newest, each from npm in a
 * folder of its own: build, serve, one join, one relay. And one that is too old says so in one line.
 * Versions given as arguments are tested instead of those two.
 */
import { OLDEST_DENO } from "../deno_version.ts";
import { splitCommand, startApp } from "../tests/rig/app.ts";
import { offerFor, Page } from "../tests/signaling/page.ts";

const ROOT = new URL("../", import.meta.url);
const NEWEST_DENO = "2";
/** The last before the oldest. */
const TOO_OLD_DENO = "2.4.4";
// Older versions know only their own list of authorities by default, newer ones also the system's.
const ENV = { NO_COLOR: "1", DENO_TLS_CA_STORE: "system,mozilla" };

if (import.meta.main) {
  const folder = await Deno.makeTempDir({ prefix: "duet_denos_" });
  try {
    const versions = Deno.args.length > 0 ? Deno.args : [OLDEST_DENO, NEWEST_DENO];
    for (const version of versions) {
      const deno = await install(version, `${folder}/${version}`);
      await build(deno.path);
      await call(deno.path);
      console.log(`Deno ${deno.version} builds, serves, seats two people and relays between them.`);
    }
    const old = await install(TOO_OLD_DENO, `${folder}/${TOO_OLD_DENO}`);
    await refuse(old.path);
    console.log(`Deno ${old.version} is refused in one line.`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Installs a version from npm and returns the program itself, not npm's wrapper around it. */
async function install(
  version: string,
  folder: string,
): Promise<{ path: string; version: string }> {
  await Deno.mkdir(folder);
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", ["install", ...quiet, "--prefix", folder, `deno@${version}`]);
  const wrapper = `${folder}/node_modules/.bin/deno`;
  const facts = await run(wrapper, ["eval", "console.log(Deno.execPath(), Deno.version.deno)"]);
  const [path = "", running = ""] = facts.stdout.trim().split(" ");
  const isAsked = running === version || running.startsWith(`${version}.`);
  if (!isAsked) throw new Error(`Cannot test Deno ${version}: npm installed ${running}`);
  return { path, version: running };
}

async function build(deno: string): Promise<void> {
  await Deno.remove(new URL("_fresh/", ROOT), { recursive: true }).catch(() => {});
  await run(deno, ["task", "build"]);
}

/** Two people take the seats of a room, and the offer of one reaches the other. */
async function call(deno: string): Promise<void> {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const command = [deno, ...splitCommand(tasks.serve).slice(1)];
  await using app = await startApp({ command });
  const page = await fetch(app.url);
  const html = await page.text();
  if (page.status !== 200 || !html.includes("boot(")) throw new Error(`No page: ${page.status}`);
  const socket = new URL("/ws", app.url.replace(/^http/, "ws")).href;
  const [ada, bob] = [await Page.open(socket), await Page.open(socket)];
  await ada.sit("versions");
  const offer = offerFor("versions-1");
  await bob.sit("versions", { offer });
  const arrived = await ada.next("arrived");
  if (arrived.offer?.sdp !== offer.sdp) throw new Error("Bob's offer did not reach Ada");
  await Promise.all([ada.close(), bob.close()]);
  const code = await app.stop();
  if (code !== 0) throw new Error(`The server ended ${code}:\n${app.output}`);
}

async function refuse(deno: string): Promise<void> {
  const { success, stderr } = await output(deno, ["run", "--no-lock", "--allow-all", "dev.ts"]);
  const lines = stderr.trim().split("\n").filter((line) => !line.startsWith("Download"));
  if (success || lines.length !== 1 || !lines[0]?.includes(OLDEST_DENO)) {
    throw new Error(`Expected one line that names ${OLDEST_DENO}, got:\n${stderr}`);
  }
}

async function run(program: string, args: string[]): Promise<{ stdout: string }> {
  const { success, stdout, stderr } = await output(program, args);
  if (!success) throw new Error(`Cannot run ${program} ${args.join(" ")}:\n${stdout}${stderr}`);
  return { stdout };
}

async function output(program: string, args: string[]) {
  const command = new Deno.Command(program, { args, cwd: ROOT, env: ENV });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  return { success, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}
