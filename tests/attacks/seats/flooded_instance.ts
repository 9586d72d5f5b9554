import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { connectTo, requestBytes, writeAll } from "../../rig/raw_http.ts";
import { startPair } from "../target.ts";

const CONNECTIONS = 60;
/** Requests sent at once, the answers read later. */
const PIPELINE = 20;
const TRY_EVERY_MS = 400;
/** Less than the hold of a seat whose instance cannot be reached: see "displaced though alive". */
const LONG_MS = 12_000;

export const floodedInstance: Attack = {
  name: "flooded instance",
  who: "third person",
  rule: "seats: an instance busy with a flood of requests loses none of its people's seats",
  async run({ short }) {
    await using pair = await startPair();
    const { ann, bob } = await meet("tea", pair.one);
    const third = await Caller.open(pair.two);
    const flood = new AbortController();
    const floods = Array.from({ length: CONNECTIONS }, () => pour(pair.one.url, flood.signal));
    const lastsMs = short ? 4_000 : LONG_MS;
    let taken = false;
    let asked = 0;
    for (const end = performance.now() + lastsMs; !taken && performance.now() < end;) {
      asked++;
      taken = (await third.join("tea")).type === "joined";
      if (!taken) await pause(systemClock, TRY_EVERY_MS);
    }
    flood.abort();
    const answers = (await Promise.all(floods)).reduce((sum, count) => sum + count, 0);
    const lost = !(await ann.hears(bob) && await bob.hears(ann));
    for (const caller of [ann, bob, third]) caller[Symbol.dispose]();
    return {
      tried:
        `${CONNECTIONS} connections ask for the page without a pause for ${lastsMs / 1_000} s ` +
        `(${answers} kB answered); a third asks ${asked} times at another instance`,
      figure: `${taken ? 1 : 0} seats taken, ${lost ? 1 : 0} calls cut`,
      limit: "0",
      held: !taken && !lost,
    };
  },
};

/** @returns how many kilobytes came back */
async function pour(url: string, signal: AbortSignal): Promise<number> {
  const connection = await connectTo(url);
  // Closing ends a write that the server no longer reads, too.
  signal.addEventListener("abort", () => connection.close(), { once: true });
  const request = requestBytes("/", { host: new URL(url).host });
  const batch = new Uint8Array(request.length * PIPELINE);
  for (let index = 0; index < PIPELINE; index++) batch.set(request, index * request.length);
  const buffer = new Uint8Array(65_536);
  let bytes = 0;
  async function read(): Promise<void> {
    for (let length = await connection.read(buffer); length !== null;) {
      bytes += length;
      length = await connection.read(buffer);
    }
  }
  async function write(): Promise<void> {
    while (!signal.aborted) {
      await writeAll(connection, batch);
      await pause(systemClock, 1);
    }
  }
  // Cut off at the end, or hung up by the server, which it may.
  await Promise.allSettled([read(), write()]);
  return Math.round(bytes / 1_000);
}
