/**
 * The smallest call that keeps the contract of the app's page: the rig proves itself on it, and it
 * is what the app's speed is compared with. It knows one room for two, and no failures.
 */

/** Runs inside the page. */
function scratchPage(): void {
  const root = document.documentElement;
  const [friend, you] = document.querySelectorAll("video") as unknown as [
    HTMLVideoElement,
    HTMLVideoElement,
  ];
  const setState = (state: string) => root.dataset.call = state;
  const ice = JSON.parse(new URLSearchParams(location.search).get("ice") ?? "{}");

  setState("permission");
  document.querySelector("button#again")!.addEventListener("click", start);
  start();

  async function start() {
    let media: MediaStream;
    try {
      if (!navigator.mediaDevices) throw new DOMException("insecure", "SecurityError");
      media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    } catch (error) {
      document.querySelector("[role=alert]")!.textContent = (error as DOMException).name;
      return setState("blocked");
    }
    you.srcObject = media;
    const prompt = document.querySelector("dialog")!;
    prompt.show();
    setState("prompt");
    document.querySelector("form")!.addEventListener("submit", (event) => {
      event.preventDefault();
      localStorage.setItem("room", document.querySelector("input")!.value);
      prompt.close();
      meet(media);
    });
  }

  function meet(media: MediaStream) {
    const socket = new WebSocket("/socket");
    const send = (message: unknown) => socket.send(JSON.stringify(message));
    let peer: RTCPeerConnection | undefined;

    const connect = () => {
      const fresh = new RTCPeerConnection(ice);
      friend.srcObject = new MediaStream();
      fresh.ontrack = ({ track }) => (friend.srcObject as MediaStream).addTrack(track);
      fresh.onicecandidate = ({ candidate }) => candidate && send({ candidate });
      fresh.onconnectionstatechange = () => setState(fresh.connectionState);
      media.getTracks().forEach((track) => fresh.addTrack(track, media));
      return fresh;
    };
    setState("waiting");
    // One message after the other: a candidate must not overtake its description.
    let queue = Promise.resolve();
    socket.onmessage = ({ data }) => {
      queue = queue.then(() => handle(JSON.parse(data)));
    };
    async function handle(message: {
      offer?: true;
      description?: RTCSessionDescriptionInit;
      candidate?: RTCIceCandidateInit;
    }) {
      if (message.offer) {
        peer = connect();
        await peer.setLocalDescription();
        send({ description: peer.localDescription });
      } else if (message.description) {
        if (message.description.type === "offer") {
          peer?.close();
          peer = connect();
        }
        await peer!.setRemoteDescription(message.description);
        if (message.description.type === "answer") return;
        await peer!.setLocalDescription();
        send({ description: peer!.localDescription });
      } else if (message.candidate) {
        await peer!.addIceCandidate(message.candidate);
      }
    }
  }
}

const HTML = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Scratch call</title><link rel="icon" href="data:,">
<video aria-label="Friend" autoplay playsinline></video>
<video aria-label="You" autoplay playsinline muted></video>
<dialog><form><label>Room name <input></label><button>Join</button></form></dialog>
<p role="alert"></p><button id="again" type="button">Try again</button>
<script>(${scratchPage})()</script></html>`;

/** A running scratch server. */
export interface ScratchServer extends AsyncDisposable {
  url: string;
}

/** Serves the scratch call; whoever connects second is asked to make the offer. */
export function serveScratchCall(
  options: { hostname?: string; port?: number } = {},
): ScratchServer {
  const sockets = new Set<WebSocket>();
  const server = Deno.serve({ port: 0, ...options, onListen: () => {} }, (request) => {
    if (new URL(request.url).pathname !== "/socket") {
      return new Response(HTML, { headers: { "content-type": "text/html" } });
    }
    const { socket, response } = Deno.upgradeWebSocket(request);
    socket.onopen = () => {
      sockets.add(socket);
      if (sockets.size === 2) socket.send(JSON.stringify({ offer: true }));
    };
    socket.onmessage = ({ data }) => {
      for (const other of sockets) if (other !== socket) other.send(data);
    };
    socket.onclose = () => sockets.delete(socket);
    return response;
  });
  return {
    url: `http://localhost:${server.addr.port}/`,
    [Symbol.asyncDispose]: async () => {
      sockets.forEach((socket) => socket.close());
      await server.shutdown();
    },
  };
}

if (import.meta.main) {
  const { url } = serveScratchCall({
    hostname: "0.0.0.0",
    port: Number(Deno.env.get("PORT") ?? 0),
  });
  console.log(`Scratch is ready at ${url}`);
}
