/**
 * Serves the production build (`deno task build` first) until SIGINT or SIGTERM, then tells every
 * page and ends by itself.
 */
import { requireDeno } from "./deno_version.ts";
import { openOneFile, probeDescriptors } from "./process/descriptors.ts";
import { keepListening, type Listening } from "./process/listen.ts";
import { guardRequests } from "./process/malformed.ts";
import { systemClock } from "./signaling/clock.ts";
import { ConfigError, DatabaseInUse, DatabaseUnusable, type Signaling } from "./signaling/mod.ts";
import { consoleLog } from "./signaling/telemetry/log.ts";

const DEFAULT_PORT = 8000;
/** Platforms stop an instance 5 s after the signal; what still hangs by then is cut off, ms. */
const STOP_MS = 4_500;

/** Something the person who starts Duet can mend. */
class StartError extends Error {}

if (import.meta.main) {
  requireDeno();
  try {
    await serve();
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof DatabaseInUse ||
      error instanceof DatabaseUnusable ||
      error instanceof Deno.errors.AddrInUse || error instanceof StartError;
    if (!expected) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}

async function serve(): Promise<void> {
  const port = readPort(Deno.env.get("PORT"));
  const { config, signaling } = await import("./main.ts");
  const handler = guardRequests(await builtHandler(), (request, info) => {
    return signaling.accept(request, info, (how) => Deno.upgradeWebSocket(request, how));
  });
  await signaling.start();
  if (config.kv.kind !== "platform") warnOfFewDescriptors(config.limits.sockets);
  let listening: Listening | null = null;
  for (const signal of stopSignals()) {
    Deno.addSignalListener(signal, function stop() {
      for (const name of stopSignals()) Deno.removeSignalListener(name, stop);
      void end(listening, signaling);
    });
  }
  listening = keepListening({
    port,
    handler,
    onListen: announce,
    log: consoleLog,
    clock: systemClock,
  });
}

/** Each WebSocket takes one; a platform's own limit is nothing its guests can change. */
function warnOfFewDescriptors(sockets: number): void {
  const descriptors = probeDescriptors(sockets, openOneFile);
  if (descriptors.enough) return;
  consoleLog("warn", "few-descriptors", { descriptors: descriptors.free, sockets });
}

async function end(listening: Listening | null, signaling: Signaling): Promise<void> {
  // Not awaited by anything: it only fires when something else hangs.
  Deno.unrefTimer(setTimeout(() => Deno.exit(0), STOP_MS));
  await signaling.stop();
  await listening?.shutdown();
}

async function builtHandler(): Promise<Deno.ServeHandler> {
  try {
    // A literal, so that the build is loaded with the program and needs no permission of its own.
    // @ts-ignore: made by the build
    return (await import("./_fresh/server.js")).default.fetch;
  } catch (error) {
    const missing = error instanceof TypeError && error.message.startsWith("Module not found");
    if (!missing) throw error;
    throw new StartError('Cannot find the build: run "deno task build" first.');
  }
}

function announce(port: number): void {
  console.log(`Duet is ready at http://localhost:${port}/`);
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartError(`Cannot use PORT: expected a number from 0 to 65535, got "${text}"`);
}

/** Windows knows no SIGTERM. */
function stopSignals(): readonly Deno.Signal[] {
  return Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
}
