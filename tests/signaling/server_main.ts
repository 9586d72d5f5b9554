/**
 * The signalling server as a process of its own, without the app around it: what the tests and
 * benchmarks of `signaling/` start. Ends by itself on SIGINT or SIGTERM.
 */
import process from "node:process";
import { createSignaling, readConfig } from "../../signaling/mod.ts";
import type { Timings } from "../../signaling/timings.ts";

/** Tests shorten the server's spans of time: `TIMINGS={"holdLostMs":500}`. */
const timings: Partial<Timings> = JSON.parse(Deno.env.get("TIMINGS") ?? "{}");
const signaling = createSignaling(readConfig((name) => Deno.env.get(name)), { timings });
try {
  await signaling.start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
const server = Deno.serve({
  port: Number(Deno.env.get("PORT") ?? "0"),
  hostname: "127.0.0.1",
  onListen: ({ port }) => console.log(`Duet is ready at http://localhost:${port}/`),
}, (request, info) => {
  switch (new URL(request.url).pathname) {
    case "/healthz":
      return signaling.health();
    case "/readyz":
      return signaling.ready();
    case "/memory":
      collectGarbage();
      return Response.json({ ...Deno.memoryUsage(), cpuMs: cpuMs() });
    default:
      return signaling.accept(request, info, (options) => Deno.upgradeWebSocket(request, options));
  }
});

async function stop(): Promise<void> {
  for (const signal of SIGNALS) Deno.removeSignalListener(signal, stop);
  await signaling.stop();
  await server.shutdown();
}
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
for (const signal of SIGNALS) Deno.addSignalListener(signal, stop);

/** CPU time of this process so far, user and system. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Only with `--v8-flags=--expose-gc`. */
function collectGarbage(): void {
  const gc: unknown = Reflect.get(globalThis, "gc");
  if (typeof gc === "function") gc();
}
