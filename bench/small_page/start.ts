/**
 * The smallest call people would put together from npm: one page, `socket.io` to introduce the two,
 * `simple-peer` to connect them. Duet is measured beside it.
 */
import { fileURLToPath } from "node:url";
import { Child, freePort } from "../../tests/rig/child.ts";

export interface SmallPageOptions {
  /** Default: one that is free right now. */
  readonly port?: number;
  /** Name of the network namespace to run in; `host` is then the address browsers use. */
  readonly namespace?: string;
  readonly host?: string;
}

export interface SmallPage extends AsyncDisposable {
  /** Where browsers find it; a room is `/r/<name>` below. */
  readonly url: string;
}

/** Starts it as a process of its own. */
export async function startSmallPage(options: SmallPageOptions = {}): Promise<SmallPage> {
  const { port = freePort(), host = "localhost", namespace } = options;
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = await Child.start({
    name: "The small page",
    words: [Deno.execPath(), "run", "--allow-all", "--no-prompt", main],
    ready: /ready at http/,
    env: { PORT: String(port) },
    namespace,
  });
  return {
    url: `http://${host}:${port}/`,
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

/** Fetches its packages, for who starts it later where no registry can be reached. */
export async function fetchSmallPage(): Promise<void> {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const { success } = await new Deno.Command(Deno.execPath(), { args: ["cache", main] }).output();
  if (!success) throw new Error("Cannot fetch the packages of the small page");
}
