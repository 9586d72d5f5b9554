/** The signalling socket, and the ICE servers that come with its first message. */
import { encode, type Ice, parseServerMessage, PROTOCOL } from "../signaling/protocol.ts";

const OPEN_MS = 10_000;
/** A server whose relay provider has not answered yet names a time to ask again; no longer than this. */
const MAX_WAIT_MS = 3_000;

/**
 * Opens a socket, and closes it again.
 *
 * @returns the ICE servers a call would get, or `null` when there is no socket or no welcome
 */
export async function askSocket(url: string, signal: AbortSignal): Promise<Ice | null> {
  const socket = new WebSocket(url, PROTOCOL);
  const answer = Promise.withResolvers<Ice | null>();
  const timer = setTimeout(() => answer.resolve(null), OPEN_MS);
  let asking: ReturnType<typeof setTimeout> | undefined;
  function giveUp(): void {
    answer.resolve(null);
  }
  signal.addEventListener("abort", giveUp, { once: true });
  socket.onclose = giveUp;
  socket.onmessage = ({ data }) => {
    const parsed = parseServerMessage(data);
    if (!parsed.ok) return;
    const { message } = parsed;
    if (message.type === "ice") answer.resolve(message.ice);
    if (message.type !== "welcome") return;
    if (!isEarly(message.ice)) return answer.resolve(message.ice);
    const waitMs = Math.min(message.ice.renewInMs ?? 0, MAX_WAIT_MS);
    asking = setTimeout(() => socket.send(encode({ type: "ice" })), waitMs);
  };
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(asking);
    signal.removeEventListener("abort", giveUp);
    socket.close();
  }
}

/** Something is to be renewed, but no relay is there: it is still on its way. */
function isEarly({ servers, renewInMs }: Ice): boolean {
  return renewInMs !== null && servers.every(({ username }) => username === undefined);
}
