/**
 * Finds out that this machine has moved to another network, sooner than its page is told.
 *
 * Chromium tells windows of new addresses late (156 on Linux: after 2 s), and until then their
 * connections gather the old ones. But a window asks the system when it makes its first connection: so
 * a new, empty one knows what is true now, and so does every connection made by it. In Firefox 153
 * every window knows at once; there it is only that nobody has to wait for the server's silence.
 */
import type { Connect } from "../platform.ts";

/** Addresses come within milliseconds; where none comes, nobody waits longer, ms. */
const LOOK_MS = 300;
/** A name that hides an address (draft-ietf-mmusic-mdns-ice-candidates): every window has its own. */
const HIDDEN = /\.local$/;

/** A window of its own. It must stay as long as what it made, which ends with it. */
interface Outlook {
  readonly frame: HTMLIFrameElement;
  readonly made: RTCPeerConnection[];
  readonly connect: Connect;
}

/** Those that found a move. */
let kept: readonly Outlook[] = [];

/** See `Upkeep`. */
export async function findMove(known: ReadonlySet<string>): Promise<Connect | null> {
  const outlook = open();
  if (!await isElsewhere(outlook.connect, known)) {
    outlook.frame.remove();
    return null;
  }
  for (const each of kept) if (!isInUse(each)) each.frame.remove();
  kept = [...kept.filter(isInUse), outlook];
  return outlook.connect;
}

function open(): Outlook {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const made: RTCPeerConnection[] = [];
  return {
    frame,
    made,
    connect(configuration) {
      // Removed because another one found a later move: then the page has long been told of this one.
      const window = frame.contentWindow as typeof globalThis | null ?? globalThis;
      const connection = new window.RTCPeerConnection(configuration);
      made.push(connection);
      return connection;
    },
  };
}

function isInUse({ made }: Outlook): boolean {
  return made.some(({ signalingState }) => signalingState !== "closed");
}

/** Whether a connection made now gathers an address that is not among the known ones. */
async function isElsewhere(connect: Connect, known: ReadonlySet<string>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, LOOK_MS, false);
  try {
    const look = connect({});
    look.onicecandidate = ({ candidate }) => {
      if (candidate === null) return resolve(false);
      const { type, address } = candidate;
      if (type !== "host" || address === null || HIDDEN.test(address)) return;
      if (!known.has(address)) resolve(true);
    };
    look.createDataChannel("");
    await look.setLocalDescription();
    return await promise.finally(() => look.close());
  } catch {
    // The browser makes no more connections: then it has not moved as far as anybody can tell.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
