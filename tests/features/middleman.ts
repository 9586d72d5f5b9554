/**
 * Somebody in between, as only the server could be: every description that passes gets the
 * fingerprint of a connection of their own, and what arrives there is handed on. The two see each
 * other and notice nothing.
 */
import type { LaunchedPerson } from "../rig/person.ts";

/** A side, by who made the first offer of the connection. */
type Side = "offerer" | "answerer";

/** Runs inside the middleman's page: two connections, each the other's mirror. */
function installMiddle(): void {
  interface Pair {
    readonly toOfferer: RTCPeerConnection;
    readonly toAnswerer: RTCPeerConnection;
  }
  const pairs = new Map<string, Promise<Pair>>();

  function join(from: RTCPeerConnection, to: RTCPeerConnection): void {
    from.ontrack = ({ track, transceiver }) => {
      const index = from.getTransceivers().indexOf(transceiver);
      // Chromium hands a remote voice on only where it is played, too.
      const sink = document.createElement("video");
      sink.muted = true;
      sink.srcObject = new MediaStream([track]);
      sink.play().catch(() => undefined);
      void to.getTransceivers()[index]?.sender.replaceTrack(track);
    };
  }

  function joinChannels(one: RTCDataChannel, other: RTCDataChannel): void {
    for (const [from, to] of [[one, other], [other, one]] as const) {
      const early: (string | ArrayBuffer)[] = [];
      from.binaryType = "arraybuffer";
      from.onmessage = ({ data }) => {
        if (to.readyState === "open") to.send(data);
        else early.push(data);
      };
      to.addEventListener("open", () => early.splice(0).forEach((data) => to.send(data as string)));
    }
  }

  async function gathered(pc: RTCPeerConnection): Promise<string> {
    while (pc.iceGatheringState !== "complete") {
      await new Promise((done) => pc.addEventListener("icegatheringstatechange", done));
    }
    return pc.localDescription?.sdp ?? "";
  }

  async function make(sdp: string): Promise<Pair> {
    const toOfferer = new RTCPeerConnection();
    const toAnswerer = new RTCPeerConnection();
    const channels = new Map<string, RTCDataChannel>();
    toOfferer.ondatachannel = ({ channel }) => {
      const twin = channels.get(channel.label);
      if (twin !== undefined) joinChannels(channel, twin);
    };
    join(toOfferer, toAnswerer);
    join(toAnswerer, toOfferer);
    const kinds = [...sdp.matchAll(/^m=(audio|video) /gm)].map(([, kind]) => kind ?? "");
    kinds.forEach((kind) => toAnswerer.addTransceiver(kind, { direction: "sendrecv" }));
    for (const label of ["duet", "duet.files"]) {
      channels.set(label, toAnswerer.createDataChannel(label));
    }
    await toOfferer.setRemoteDescription({ type: "offer", sdp });
    toOfferer.getTransceivers().forEach((each) => each.direction = "sendrecv");
    await toOfferer.setLocalDescription();
    await toAnswerer.setLocalDescription();
    return { toOfferer, toAnswerer };
  }

  Object.assign(globalThis, {
    async middleOffer(id: string, sdp: string): Promise<string> {
      if (!pairs.has(id)) pairs.set(id, make(sdp));
      const pair = await pairs.get(id)!;
      return await gathered(pair.toAnswerer);
    },
    async middleAnswer(id: string, sdp: string): Promise<string> {
      const { toOfferer, toAnswerer } = await pairs.get(id)!;
      if (toAnswerer.signalingState === "have-local-offer") {
        await toAnswerer.setRemoteDescription({ type: "answer", sdp });
      }
      return await gathered(toOfferer);
    },
    async middleCandidate(id: string, side: Side, candidate: RTCIceCandidateInit): Promise<void> {
      const { toOfferer, toAnswerer } = await pairs.get(id)!;
      const pc = side === "offerer" ? toOfferer : toAnswerer;
      await pc.addIceCandidate(candidate).catch(() => undefined);
    },
  });
}

interface MiddlePage {
  middleOffer(id: string, sdp: string): Promise<string>;
  middleAnswer(id: string, sdp: string): Promise<string>;
  middleCandidate(id: string, side: Side, candidate: RTCIceCandidateInit): Promise<void>;
}

/** As much of a signal as is forged. */
interface Forged {
  readonly kind: string;
  readonly connection: string;
  readonly sdp?: string;
  readonly candidate?: RTCIceCandidateInit | null;
}

export interface Middleman {
  /** From now on, or no longer, there is somebody in between new connections. */
  between: boolean;
  /** Their page's messages pass through it; before it opens its socket. */
  serve(person: LaunchedPerson): Promise<void>;
}

/** @param page whose browser the middleman uses; camera and microphone must be granted to it */
export async function hireMiddleman({ page }: LaunchedPerson): Promise<Middleman> {
  await page.evaluate(installMiddle);
  const offerers = new Map<string, LaunchedPerson>();
  const middleman: Middleman = { between: true, serve };

  /** The signal as the server passes it on; `null`: not at all. */
  async function forge(signal: Forged, from: LaunchedPerson): Promise<Forged | null> {
    const { kind, connection: id, sdp = "", candidate } = signal;
    if (!offerers.has(id)) {
      if (kind !== "offer" || !middleman.between) return signal;
      offerers.set(id, from);
    }
    const side: Side = offerers.get(id) === from ? "offerer" : "answerer";
    const call = { id, sdp, side, candidate: candidate ?? {} };
    if (kind === "offer") {
      return {
        ...signal,
        sdp: await page.evaluate(
          ({ id, sdp }) => (globalThis as unknown as MiddlePage).middleOffer(id, sdp),
          call,
        ),
      };
    }
    if (kind === "answer") {
      return {
        ...signal,
        sdp: await page.evaluate(
          ({ id, sdp }) => (globalThis as unknown as MiddlePage).middleAnswer(id, sdp),
          call,
        ),
      };
    }
    if (kind === "candidate" && candidate) {
      await page.evaluate(
        ({ id, side, candidate }) =>
          (globalThis as unknown as MiddlePage).middleCandidate(id, side, candidate),
        call,
      );
    }
    return null;
  }

  async function serve(person: LaunchedPerson): Promise<void> {
    await person.context.routeWebSocket(/\/ws$/, (socket) => {
      const server = socket.connectToServer();
      let queue = Promise.resolve();
      socket.onMessage((data) => {
        queue = queue.then(async () => {
          const message = JSON.parse(String(data));
          const field = message.signal ? "signal" : "offer";
          if (message[field]) {
            message[field] = await forge(message[field], person);
            if (message[field] === null) return;
          }
          server.send(JSON.stringify(message));
        });
      });
    });
  }
  return middleman;
}
