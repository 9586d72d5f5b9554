/**
 * The least a two-page WebRTC call can be: no rooms, no states, no screens. What Duet's own way from
 * "Join" to the friend's first frame is compared with.
 *
 * `?prepared` makes the offer (with its candidates) before the button is pressed, as Duet does;
 * without it the offer is made on the press.
 */

/** Runs inside the page. */
function barePage(): void {
  const query = new URLSearchParams(location.search);
  const [friend] = document.querySelectorAll("video");
  const [button] = document.querySelectorAll("button");
  if (friend === undefined || button === undefined) return;
  const socket = new WebSocket(`/socket?pair=${query.get("pair")}`);
  const opened = new Promise<void>((resolve) => socket.onopen = () => resolve());
  let pc: RTCPeerConnection | undefined;
  let queue = Promise.resolve();

  function connect(media: MediaStream): RTCPeerConnection {
    const fresh = new RTCPeerConnection();
    const stream = new MediaStream();
    fresh.ontrack = ({ track }) => {
      stream.addTrack(track);
      friend!.srcObject = stream;
    };
    fresh.onicecandidate = ({ candidate }) => {
      if (candidate && live) socket.send(JSON.stringify({ candidate }));
    };
    media.getTracks().forEach((track) => fresh.addTrack(track, media));
    return fresh;
  }
  let live = !query.has("prepared");

  async function start() {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    await opened;
    socket.onmessage = ({ data }) => {
      queue = queue.then(() => handle(JSON.parse(data), media));
    };
    if (query.has("prepared")) {
      pc = connect(media);
      await pc.setLocalDescription();
      const gathering = pc;
      await new Promise<void>((resolve) => {
        gathering.onicegatheringstatechange = () => {
          if (gathering.iceGatheringState === "complete") resolve();
        };
        if (gathering.iceGatheringState === "complete") resolve();
      });
    }
    button!.disabled = false;
    button!.onclick = async () => {
      pc ??= connect(media);
      if (pc.localDescription === null) await pc.setLocalDescription();
      live = true;
      socket.send(JSON.stringify({ description: pc.localDescription }));
    };
  }

  async function handle(
    { description, candidate }: {
      description?: RTCSessionDescriptionInit;
      candidate?: RTCIceCandidateInit;
    },
    media: MediaStream,
  ) {
    if (description?.type === "offer") {
      pc?.close();
      pc = connect(media);
      live = true;
      await pc.setRemoteDescription(description);
      await pc.setLocalDescription();
      socket.send(JSON.stringify({ description: pc.localDescription }));
    } else if (description !== undefined) {
      await pc?.setRemoteDescription(description);
    } else if (candidate !== undefined) {
      await pc?.addIceCandidate(candidate);
    }
  }
  start();
}

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare call</title>
<link rel="icon" href="data:,"><video aria-label="Friend" autoplay playsinline></video>
<button type="button" disabled>Join</button><script>(${barePage})()</script></html>`;

export interface BareServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves the page and carries messages between the two sockets of a pair. */
export function serveBareCall(): BareServer {
  const pairs = new Map<string, Set<WebSocket>>();
  const server = Deno.serve({ port: 0, onListen: () => {} }, (request) => {
    const url = new URL(request.url);
    if (url.pathname !== "/socket") {
      return new Response(HTML, { headers: { "content-type": "text/html" } });
    }
    const { socket, response } = Deno.upgradeWebSocket(request);
    const name = url.searchParams.get("pair") ?? "";
    const pair = pairs.get(name) ?? new Set();
    pairs.set(name, pair);
    socket.onopen = () => pair.add(socket);
    socket.onclose = () => pair.delete(socket);
    socket.onmessage = ({ data }) => {
      for (const other of pair) if (other !== socket) other.send(data);
    };
    return response;
  });
  return {
    url: `http://localhost:${server.addr.port}/`,
    [Symbol.asyncDispose]: async () => {
      for (const pair of pairs.values()) pair.forEach((socket) => socket.close());
      await server.shutdown();
    },
  };
}
