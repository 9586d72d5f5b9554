/**
 * `deno task bench:quality [--only=text] [--seconds=15] [--dry]`: what arrives of voice and picture
 * on lines that are narrow or lose packets, in Duet and in the small page, in turn on the same
 * networks. Writes the table of `docs/BENCHMARKS.md`, unless it ran only a part or dry. Linux, root.
 */
import { whyNoNetworks } from "../tests/rig/networks.ts";
import { runInside } from "./inside.ts";
import { holdLine, type Line, linesOf } from "./quality/line.ts";
import { beginReading } from "./quality/reading.ts";
import { type Call, type Scene, setScene } from "./quality/scene.ts";
import { formatTable, type Row, type Side } from "./quality/verdict.ts";
import { writeTable } from "./quality/write.ts";
import { fetchSmallPage } from "./small_page/start.ts";

const SECONDS = 15;

if (import.meta.main) {
  const why = whyNoNetworks();
  if (why !== undefined) throw new Error(`Cannot measure: ${why}`);
  await runInside(bench, { module: import.meta.url, prepare: fetchSmallPage });
}

async function bench(): Promise<void> {
  const only = option("only");
  const seconds = Number(option("seconds") ?? SECONDS);
  const lines = linesOf(seconds * 1_000).filter(({ name }) => name.includes(only ?? ""));
  if (lines.length === 0) throw new Error(`Cannot measure: no line is called ${only}`);
  const rows: Row[] = [];
  await using scene = await setScene();
  for (const line of lines) {
    const row = {
      line: line.name,
      duet: await measure(scene, line, "duet"),
      small: await measure(scene, line, "small"),
    };
    rows.push(row);
    console.log(formatTable([row]).split("\n").slice(2).join("\n"));
  }
  console.log(`\n${formatTable(rows)}`);
  if (only === undefined && !Deno.args.includes("--dry")) await writeTable(rows, seconds);
}

async function measure(scene: Scene, line: Line, call: Call): Promise<Side> {
  const { network, people } = scene;
  const [{ page: first }, { page: second }] = people;
  await scene.meet(call, line.name.replaceAll(/\W+/g, "-"));
  await using held = holdLine(network);
  await held.liveThrough(line.settle);
  const ends = [await beginReading(first), await beginReading(second)] as const;
  for (const stage of line.measured) await held.liveThrough(stage);
  const side: Side = await Promise.all([ends[0](), ends[1]()]);
  await scene.part();
  return side;
}

function option(name: string): string | undefined {
  const given = Deno.args.find((arg) => arg.startsWith(`--${name}=`));
  return given?.slice(name.length + 3);
}
