/**
 * The signalling server through a hundred thousand people who come and go: what it holds must not
 * grow. It runs with a way to collect its garbage before each look.
 */
import { PROTOCOL } from "../../signaling/protocol.ts";
import { RawSocket } from "../../tests/rig/raw_socket.ts";
import { socketUrl, startProcess } from "../../tests/signaling/processes.ts";
import { pause } from "../signaling/measure.ts";
import { NO_LIMITS } from "../signaling/servers.ts";

export interface SoakMoment {
  readonly joins: number;
  /** What the program itself holds, garbage collected. */
  readonly heapBytes: number;
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
  await using server = await startProcess({ env: NO_LIMITS });
  const moments: SoakMoment[] = [];
  let done = 0;
  async function comeAndGo(until: number): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, async () => {
      while (done < until) {
        const socket = await RawSocket.follow(socketUrl(server), HEADERS);
        for (let count = 0; count < JOINS_A_SOCKET && done < until; count++) {
          await joinAndLeave(socket, done++);
        }
        await socket.close();
      }
    }));
    await pause(SETTLE_MS);
    const descriptors = [...Deno.readDirSync(`/proc/${server.pid}/fd`)].length;
    const { heapUsed, rss } = await (await fetch(`${server.url}memory`)).json();
    moments.push({ joins: done, heapBytes: heapUsed, residentBytes: rss, descriptors });
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
