/** `deno task fuzz [frames] [seed]`: a raw fuzz of a live signalling server. */
import { fuzz } from "../tests/signaling/fuzz.ts";

const DEFAULT_FRAMES = 1_000_000;
/** "Memory back to within 10 %." */
const ALLOWED_GROWTH = 1.1;

const [frames = DEFAULT_FRAMES, seed = Math.floor(Math.random() * 2 ** 31)] = Deno.args.map(Number);
console.log(`Sending ${frames} frames, seed ${seed} …`);
const report = await fuzz({ frames, seed });
console.table(report);
const grown = report.memoryAfterMb / report.memoryBeforeMb;
console.log(`Alive and serving; memory ${((grown - 1) * 100).toFixed(1)} % after the warm-up`);
if (grown > ALLOWED_GROWTH) Deno.exit(1);
