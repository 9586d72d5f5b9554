/**
 * The least a two-page WebRTC call can be: no rooms, no failures. The rig proves itself on it (it
 * keeps the contract of the app's page), and the app's speed is compared with it.
 *
 * `?pair=` keeps calls apart; `?prepared` makes the offer, with its candidates, before "Join" is
 * pressed; `?alone` shows no picture of oneself; `?ice=` is an `RTCConfiguration` as JSON.
 */

/** Runs inside the page. */
function barePage(): void {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const [friend, you] = document.querySelectorAll("video") as unknown as HTMLVideoElement[];
  const button = document.querySelector("form button") as HTMLButtonElement;
  const setState = (state: string) => root.dataset.call = state;
  const ice = JSON.parse(query.get("ice") ?? "{}");
  let peer: RTCPeerConnection | undefined;
  /** Nothing is said before "Join": the offer that is sent then holds its candidates. */
  let joined = false;
  /** Somebody else has pressed "Join" before. */
  let company = false;

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
    if (!query.has("alone")) you!.srcObject = media;
    const socket = new WebSocket(`/socket?pair=${query.get("pair") ?? ""}`);
    const send = (message: unknown) => socket.send(JSON.stringify(message));
    // One message after the other: a candidate must not overtake its description.
    let queue = Promise.resolve();
    // The first one tells whether there is company: whoever presses sooner would not know.
    const greeted = new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        queue = queue.then(() => handle(JSON.parse(data))).then(resolve);
      };
    });

    function connect(): RTCPeerConnection {
      const fresh = new RTCPeerConnection(ice);
      const stream = new MediaStream();
      fresh.ontrack = ({ track }) => {
        stream.addTrack(track);
        friend!.srcObject = stream;
      };
      fresh.onicecandidate = ({ candidate }) => candidate && joined && send({ candidate });
      fresh.onconnectionstatechange = () => joined && setState(fresh.connectionState);
      media.getTracks().forEach((track) => fresh.addTrack(track, media));
      return fresh;
    }

    async function handle(message: {
      joined?: true;
      description?: RTCSessionDescriptionInit;
      candidate?: RTCIceCandidateInit;
    }) {
      company ||= message.joined === true;
      if (!joined) return;
      if (message.description?.type === "offer") {
        peer?.close();
        peer = connect();
        await peer.setRemoteDescription(message.description);
        await peer.setLocalDescription();
        send({ description: peer.localDescription });
      } else if (message.description) {
        await peer?.setRemoteDescription(message.description);
      } else if (message.candidate) {
        await peer?.addIceCandidate(message.candidate);
      }
    }

    async function gathered(connection: RTCPeerConnection): Promise<void> {
      if (connection.iceGatheringState === "complete") return;
      await new Promise<void>((resolve) => {
        connection.onicegatheringstatechange = () => {
          if (connection.iceGatheringState === "complete") resolve();
        };
      });
    }

    if (query.has("prepared")) {
      peer = connect();
      await peer.setLocalDescription();
      await gathered(peer);
    }
    await greeted;
    const prompt = document.querySelector("dialog")!;
    prompt.show();
    setState("prompt");
    button.disabled = false;
    document.querySelector("form")!.addEventListener("submit", async (event) => {
      event.preventDefault();
      localStorage.setItem("room", document.querySelector("input")!.value);
      prompt.close();
      setState("waiting");
      joined = true;
      send({ joined: true });
      if (!company) return;
      peer ??= connect();
      if (peer.localDescription === null) await peer.setLocalDescription();
      send({ description: peer.localDescription });
    });
  }
}

const HTML = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bare call</title><link rel="icon" href="data:,">
<video aria-label="Friend" autoplay playsinline></video>
<video aria-label="You" autoplay playsinline muted></video>
<dialog><form><label>Room name <input></label><button disabled>Join</button></form></dialog>
<p role="alert"></p><button id="again" type="button">Try again</button>
<script>(${barePage})()</script></html>`;

export interface BareServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves the page, and carries messages between the two sockets of a pair. */
export function serveBareCall(
  options: { readonly hostname?: string; readonly port?: number } = {},
): BareServer {
  const pairs = new Map<string, Set<WebSocket>>();
  const joined = new Map<string, string>();
  const server = Deno.serve({ port: 0, ...options, onListen: () => {} }, (request) => {
    const url = new URL(request.url);
    if (url.pathname !== "/socket") {
      return new Response(HTML, { headers: { "content-type": "text/html" } });
    }
    const { socket, response } = Deno.upgradeWebSocket(request);
    const name = url.searchParams.get("pair") ?? "";
    const pair = pairs.get(name) ?? new Set();
    pairs.set(name, pair);
    socket.onopen = () => {
      pair.add(socket);
      socket.send(joined.get(name) ?? "{}");
    };
    socket.onclose = () => pair.delete(socket);
    socket.onmessage = ({ data }) => {
      if (String(data).includes('"joined"')) joined.set(name, data);
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

if (import.meta.main) {
  const { url } = serveBareCall({
    hostname: "0.0.0.0",
    port: Number(Deno.env.get("PORT") ?? 0),
  });
  console.log(`Bare call is ready at ${url}`);
}
