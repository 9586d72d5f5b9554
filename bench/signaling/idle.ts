/** What sockets cost that are open and silent. */
import type { RawSocket } from "../../tests/rig/raw_socket.ts";
import type { Flow } from "./flows.ts";
import { fixed, pause, residentBytes } from "./measure.ts";
import type { Server } from "./servers.ts";

let opened = 0;

/** Memory of so many sockets that are open and silent, per socket. */
export async function idle(start: () => Promise<Server>, flow: Flow, count: number) {
  await using server = await start();
  // The first sockets grow what is grown once.
  const first = await openMany(flow, server, 200);
  await pause(1_000);
  const before = residentBytes(server.pid);
  const started = performance.now();
  const wires = await openMany(flow, server, count);
  const seconds = (performance.now() - started) / 1_000;
  await pause(1_500);
  const perSocket = (residentBytes(server.pid) - before) / count;
  const open = wires.filter((wire) => wire.open).length;
  const all = residentBytes(server.pid);
  await Promise.all([...first, ...wires].map((wire) => wire.close()));
  return [server.name, {
    "sockets": open,
    "kB/socket": fixed(perSocket / 1_024, 1),
    "MB in all": fixed(all / 1e6, 0),
    "seconds to open": fixed(seconds, 1),
  }] as const;
}

async function openMany(flow: Flow, server: Server, count: number): Promise<RawSocket[]> {
  const wires: RawSocket[] = [];
  while (wires.length < count) {
    const batch = Math.min(100, count - wires.length);
    wires.push(
      ...await Promise.all(Array.from({ length: batch }, () => {
        return flow.idle(server.url, `i${opened++}`);
      })),
    );
  }
  return wires;
}
