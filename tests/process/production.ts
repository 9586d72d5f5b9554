/** The production build in a process of its own, with the permissions of the `serve` task. */
import { ensureBuilt } from "../rig/build.ts";
import { type AppOptions, type RunningApp, splitCommand, startApp } from "../rig/app.ts";

const ROOT = new URL("../../", import.meta.url);

/** Starts the build where a process may have so many file descriptors. POSIX only. */
export async function startWithDescriptors(
  count: number,
  options: AppOptions = {},
): Promise<RunningApp> {
  await ensureBuilt(ROOT);
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const [, ...words] = splitCommand(tasks.serve);
  const script = `ulimit -n ${count}; exec "$0" "$@"`;
  return await startApp({ ...options, command: ["sh", "-c", script, Deno.execPath(), ...words] });
}

/** The structured lines a process printed. */
export function logLines(app: RunningApp): Record<string, unknown>[] {
  return app.output.split("\n").filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}

/** Connections that say nothing. Fewer than asked for when the server takes no more. */
export async function silentConnections(app: RunningApp, count: number): Promise<Deno.TcpConn[]> {
  const port = Number(new URL(app.url).port);
  const connections: Deno.TcpConn[] = [];
  for (let index = 0; index < count; index++) {
    try {
      connections.push(await Deno.connect({ hostname: "127.0.0.1", port }));
    } catch {
      return connections;
    }
  }
  return connections;
}

/** Whether somebody listens where the app did. */
export async function takesConnections(app: RunningApp): Promise<boolean> {
  const connections = await silentConnections(app, 1);
  for (const connection of connections) connection.close();
  return connections.length > 0;
}

/** Sends bytes over a connection of its own; what came back, as text. */
export async function exchange(app: RunningApp, request: string): Promise<string> {
  using connection = await Deno.connect({
    hostname: "127.0.0.1",
    port: Number(new URL(app.url).port),
  });
  await connection.write(new TextEncoder().encode(request));
  let answer = "";
  for await (const bytes of connection.readable) answer += new TextDecoder().decode(bytes);
  return answer;
}
