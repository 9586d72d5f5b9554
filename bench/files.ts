/**
 * `deno task bench:files [--mb=200]`: a large file from one real browser to another, straight and
 * across a cut and a reload: how fast, how much memory, whether the hashes are equal. Prints the table
 * of `docs/BENCHMARKS.md`. Linux, as root: it makes a network of its own for the cut.
 */
import { type BigFile, hashOfSaved, makeFile, noteSaved } from "../tests/features/big_file.ts";
import { meetIn, type Scene, type SceneOptions, setScene } from "../tests/networks/scene.ts";
import type { Page } from "../tests/rig/deps.ts";
import { type Memory, watchMemory } from "../tests/rig/page_memory.ts";
import type { LaunchedPerson } from "../tests/rig/person.ts";
import { runInside } from "./inside.ts";

const DEFAULT_MB = 200;
const BYTES_PER_MB = 1_000_000;
const LONGEST_MS = 600_000;

interface Variant {
  readonly name: string;
  readonly browsers: Pick<SceneOptions, "first" | "second">;
  /** What happens while it moves. */
  readonly trouble: (scene: Scene, file: BigFile) => Promise<void>;
}

const VARIANTS: readonly Variant[] = [
  { name: "Chromium → Chromium", browsers: {}, trouble: () => Promise.resolve() },
  { name: "the same, cut and reload", browsers: {}, trouble: cutAndReload },
  {
    name: "Chromium → Firefox",
    browsers: { second: "firefox" },
    trouble: () => Promise.resolve(),
  },
  {
    name: "Firefox → Chromium",
    browsers: { first: "firefox" },
    trouble: () => Promise.resolve(),
  },
];

if (import.meta.main) {
  const mb = Number(Deno.args.find((arg) => arg.startsWith("--mb="))?.slice(5) ?? DEFAULT_MB);
  await runInside(() => bench(mb), { module: import.meta.url });
}

async function bench(mb: number): Promise<void> {
  await using file = await makeFile("large.bin", mb * BYTES_PER_MB);
  console.log(
    "| Way | size | time | MB/s | hashes | sender: held, process | receiver: held, process |",
  );
  console.log("| --- | ---: | ---: | ---: | --- | --- | --- |");
  let isRight = true;
  for (const { name, browsers, trouble } of VARIANTS) {
    await using scene = await setScene(browsers);
    const { first, second } = scene;
    for (const { context } of [first, second]) await context.addInitScript(noteSaved);
    await meetIn(scene);
    const memory = await Promise.all([first, second].map(({ page }) => watchMemory(page)));
    await offer(first, file);
    const startedAt = performance.now();
    await button(second, "Accept").click();
    await trouble(scene, file);
    await button(second, "Save").waitFor({ timeout: LONGEST_MS });
    const seconds = (performance.now() - startedAt) / 1_000;
    const [sent, received] = await Promise.all(memory.map((watch) => watch.stop()));
    await button(second, "Save").click();
    const isEqual = await hashOfSaved(second.page) === file.hash;
    isRight &&= isEqual;
    const cells = [
      name,
      `${mb} MB`,
      `${seconds.toFixed(1)} s`,
      (mb / seconds).toFixed(1),
      isEqual ? "equal" : "DIFFERENT",
      described(sent),
      described(received),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  if (!isRight) Deno.exitCode = 1;
}

/** The network is gone until both pages say so, and later the receiver's page is loaded anew. */
async function cutAndReload({ network, second }: Scene, { name }: BigFile): Promise<void> {
  await stored(second.page, name, 0.2);
  await network.b.linkDown();
  await second.page.locator('.file[data-phase="waiting"]').waitFor({ timeout: LONGEST_MS });
  await network.b.linkUp();
  await stored(second.page, name, 0.5);
  await second.reload();
}

async function stored(page: Page, name: string, share: number): Promise<void> {
  const bar = await page.getByRole("progressbar", { name, exact: true }).elementHandle();
  await page.waitForFunction(
    ({ bar, share }) => bar instanceof HTMLProgressElement && bar.value > bar.max * share,
    { bar, share },
    { timeout: LONGEST_MS },
  );
}

async function offer({ page }: LaunchedPerson, { path }: BigFile): Promise<void> {
  await page.locator("#files-to-send").setInputFiles(path);
}

function button({ page }: LaunchedPerson, name: string) {
  return page.getByRole("button", { name, exact: true });
}

function described(memory: Memory | undefined): string {
  if (memory === undefined || memory.live === null) return "–";
  const mb = (bytes: number) => `${(bytes / BYTES_PER_MB).toFixed(0)} MB`;
  return `${mb(memory.live)}, +${mb(memory.grown)}`;
}
