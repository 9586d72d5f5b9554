/** One instance through a hundred thousand people who come and go: what it holds must not grow. */
import { PROTOCOL } from "../../signaling/protocol.ts";
import { RawSocket } from "../../tests/rig/raw_socket.ts";
import { pause, residentBytes } from "../signaling/measure.ts";
import { startDuet } from "../signaling/servers.ts";

export interface SoakMoment {
  readonly joins: number;
  readonly residentBytes: number;
  /** Files and sockets the process holds. */
  readonly descriptors: number;
}

const LANES = 20;
/** As often as this a page comes with a socket of its own; the others share one, one after another. */
const JOINS_A_SOCKET = 10;
const MOMENTS = 10;
/** What is let go of a moment later: sockets that close, addresses, garbage. */
const SETTLE_MS = 3_000;
const HEADERS = { "sec-websocket-protocol": PROTOCOL };

/** Joins and leaves so often, and looks at the process at the start and ten times on the way. */
export async function soak(joins: number): Promise<readonly SoakMoment[]> {
  await using server = await startDuet();
  const moments: SoakMoment[] = [];
  let done = 0;
  async function comeAndGo(until: number): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, async () => {
      while (done < until) {
        const socket = await RawSocket.follow(`${server.url}ws`, HEADERS);
        for (let count = 0; count < JOINS_A_SOCKET && done < until; count++) {
          await joinAndLeave(socket, done++);
        }
        await socket.close();
      }
    }));
    await pause(SETTLE_MS);
    const descriptors = [...Deno.readDirSync(`/proc/${server.pid}/fd`)].length;
    moments.push({ joins: done, residentBytes: residentBytes(server.pid), descriptors });
  }
  // The first joins grow what is grown once.
  for (let part = 0; part <= MOMENTS; part++) {
    await comeAndGo(Math.max(joins / MOMENTS / 4, joins * part / MOMENTS));
  }
  return moments;
}

async function joinAndLeave(socket: RawSocket, index: number): Promise<void> {
  const seated = new Promise<void>((resolve) => {
    socket.onText = (text) => text.startsWith('{"type":"joined"') && resolve();
  });
  const [request, session] = [`request-${index}`, `session-${index}`.padEnd(12, "-")];
  const nothing = { connection: null, offer: null };
  socket.send(
    JSON.stringify({ type: "join", request, room: `soak ${index}`, session, ...nothing }),
  );
  await seated;
  socket.send('{"type":"leave"}');
}
