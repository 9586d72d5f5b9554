import { type Attack, needsLinux } from "../attack.ts";
import { connectTo, requestBytes, writeAll } from "../../rig/raw_http.ts";
import { residentBytes } from "../../../bench/signaling/measure.ts";
import { startTarget } from "../target.ts";

const PATH = "/css/controls.css";
/** The allocator grows to its size within the first thousands, whatever is asked for. */
const LIMIT_MB = { short: 40, long: 100 };
const CONNECTIONS = 8;
/** Requests after which the allocator has grown to its size. */
const WARM_UP = 1_000;

export const staticSpellings: Attack = {
  name: "a static file under many names",
  who: "stranger",
  rule: "process: a static file asked for under thousands of spellings costs no memory",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget();
    const requests = short ? 3_000 : 15_500;
    const limitMb = short ? LIMIT_MB.short : LIMIT_MB.long;
    const spellings = Array.from({ length: requests }, (_, index) => spelling(PATH, index));
    await ask(app.url, spellings.slice(0, WARM_UP));
    const before = residentBytes(app.pid);
    const share = Math.ceil(requests / CONNECTIONS);
    await Promise.all(
      Array.from({ length: CONNECTIONS }, (_, lane) => {
        return ask(app.url, spellings.slice(lane * share, (lane + 1) * share));
      }),
    );
    const grownMb = Math.max(0, Math.round((residentBytes(app.pid) - before) / 1e6));
    return {
      tried: `${requests} requests for ${PATH}, each spelled otherwise`,
      figure: `memory +${grownMb} MB`,
      limit: `+${limitMb} MB`,
      held: grownMb <= limitMb,
    };
  },
};

/** The path with some letters escaped: the binary digits of the number choose which. */
function spelling(path: string, index: number): string {
  let left = index;
  return [...path].map((letter) => {
    if (letter === "/") return letter;
    const isEscaped = left % 2 === 1;
    left = Math.floor(left / 2);
    return isEscaped ? `%${letter.charCodeAt(0).toString(16)}` : letter;
  }).join("");
}

/** Asks one after the other on one connection. */
async function ask(url: string, targets: readonly string[]): Promise<void> {
  using connection = await connectTo(url);
  const headers = { host: new URL(url).host, "accept-encoding": "br" };
  const buffer = new Uint8Array(65_536);
  const ending = async () => {
    try {
      while (await connection.read(buffer) !== null);
    } catch {
      // Cut off.
    }
  };
  const reading = ending();
  for (const [index, target] of targets.entries()) {
    const last = index === targets.length - 1;
    const connectionHeader = { connection: last ? "close" : "keep-alive" };
    await writeAll(connection, requestBytes(target, { ...headers, ...connectionHeader }));
  }
  await reading;
}
