/** `docs/ARCHITECTURE.md` says who may import whom, and names files: both are held to it here. */
import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
const PAGE = Deno.readTextFileSync(new URL("docs/ARCHITECTURE.md", ROOT));
const SHARED = ["signaling/protocol.ts", "signaling/room_name.ts", "signaling/clock.ts"];

/** What each folder may import of the project's other folders. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  signaling: [],
  call: SHARED,
  check: ["signaling/protocol.ts"],
  components: ["call/", "check/", "locales/", "signaling/room_name.ts"],
  islands: ["call/", "check/", "components/", "locales/"],
  locales: [],
};

/** Browser globals that act, wait or are random, and who alone may reach for them. */
const GLOBALS =
  /\b(setTimeout|setInterval|Date\.now|performance\.now|Math\.random|crypto\.|navigator\.|document\.|sessionStorage)/;
const AT_THE_EDGE = [
  "call/files/disk.ts",
  "call/page/browser.ts",
  "call/page/chime.ts",
  "call/page/find_move.ts",
  "call/page/hints.ts",
  "call/page/random_id.ts",
  "call/page/test_sound.ts",
  "call/media/devices.ts",
  "call/media/equipment.ts",
  "call/media/levels.ts",
  "call/media/speech.ts",
  "call/screen/display.ts",
  "call/hearing/player.ts",
  "call/recording/download.ts",
  "call/recording/painter.ts",
  "call/recording/store.ts",
  "call/recording/studio.ts",
  "call/seat/memory.ts",
  "call/talk/draft_memory.ts",
  "call/verify/key_memory.ts",
];

function* modulesOf(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* modulesOf(path);
    else if (/\.tsx?$/.test(path) && !/_test\.tsx?$/.test(path)) yield path;
  }
}

function importsOf(module: string): string[] {
  const text = Deno.readTextFileSync(new URL(module, ROOT));
  return [...text.matchAll(/\bfrom "(\.{1,2}\/[^"]+)"/g)].map(([, path = ""]) =>
    new URL(path, new URL(module, ROOT)).href.slice(ROOT.href.length)
  );
}

for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
  Deno.test(`architecture: ${folder}/ imports only what it may`, () => {
    const strays = [...modulesOf(folder)].flatMap((module) =>
      importsOf(module)
        .filter((path) => !path.startsWith(`${folder}/`))
        .filter((path) => !allowed.some((prefix) => path.startsWith(prefix)))
        .map((path) => `${module} imports ${path}`)
    );
    assertEquals(strays, []);
  });
}

Deno.test("architecture: no module of the project imports itself by a detour", () => {
  const modules = Object.keys(MAY_IMPORT).flatMap((folder) => [...modulesOf(folder)]);
  const done = new Set<string>();
  function follow(module: string, path: readonly string[]): void {
    assert(!path.includes(module), `circle: ${[...path, module].join(" → ")}`);
    if (done.has(module)) return;
    importsOf(module).forEach((next) => follow(next, [...path, module]));
    done.add(module);
  }
  modules.forEach((module) => follow(module, []));
});

Deno.test("architecture: the engine reaches for the browser only at its edge", () => {
  const strays = [...modulesOf("call")].filter((module) => !AT_THE_EDGE.includes(module))
    .flatMap((module) =>
      Deno.readTextFileSync(new URL(module, ROOT)).split("\n")
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && GLOBALS.test(line))
        .map((line) => `${module}: ${line.trim()}`)
    );
  assertEquals(strays, []);
});

Deno.test("architecture: every file the page names is there", async () => {
  const named = [...PAGE.matchAll(/`((?:signaling|call|components|islands)\/[\w/]+\.tsx?)`/g)]
    .map(([, path = ""]) => path);
  assert(named.length > 20);
  for (const path of named) await Deno.stat(new URL(path, ROOT));
});

Deno.test("architecture: the way to the first frame visits each file once", () => {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith('From "Join"')) ?? "";
  const steps = section.split("\n").flatMap((line) => /^\d+\. `([^`]+)`/.exec(line)?.[1] ?? []);
  assert(steps.length >= 15);
  assertEquals(steps.filter((path, index) => steps.indexOf(path) !== index), []);
});
