/**
 * One RTCPeerConnection with its lanes (`lanes.ts`) and two data channels. Only the offerer adds
 * transceivers and channels; the answerer turns what the offer brought into send-and-receive. Mute,
 * device change and screen share are `replaceTrack`/`enabled` and never renegotiate.
 */
import type { CandidateSignal, OfferSignal, Signal } from "../../signaling/protocol.ts";
import {
  CHANNEL_LABEL,
  type ChannelMessage,
  encodeChannelMessage,
  FILES_LABEL,
  parseChannelMessage,
} from "./channel.ts";
import type { Platform } from "../platform.ts";
import { preferCodecs } from "./codecs.ts";
import { type Ends, fingerprintOf } from "./ends.ts";
import { addLanes, laneOf, sendTracks, type Tracks } from "./lanes.ts";
import { negotiate, type Role } from "./negotiation.ts";

/** A way that swallows this much without an acknowledgement is not written to, bytes. */
const MAX_BUFFERED_BYTES = 1_000_000;

export interface ConnectionHandlers {
  /** To be carried to the other page. */
  readonly signal: (signal: Signal) => void;
  readonly message: (message: ChannelMessage) => void;
  readonly channelOpen: () => void;
  /** First media, or media again after a pause. */
  readonly media: () => void;
  /** The first offer was answered. */
  readonly agreed: () => void;
  readonly connection: (state: RTCPeerConnectionState) => void;
  readonly ice: (state: RTCIceConnectionState) => void;
  /** A failure that is a bug or an incompatible peer, not a network. */
  readonly broken: (error: unknown) => void;
}

export interface ConnectionOptions {
  readonly id: string;
  readonly platform: Platform;
  readonly iceServers: RTCIceServer[];
  /** What to send, asked whenever a sender comes to be. */
  readonly tracks: () => Tracks;
}

export interface Connection {
  readonly id: string;
  readonly pc: RTCPeerConnection;
  /** The friend's picture and voice. */
  readonly stream: MediaStream;
  /** The friend's screen and its sound; its tracks are muted while nothing is shared. */
  readonly screen: MediaStream;
  /** The channel of the files; `null`: not there yet, or the friend's page has none. */
  readonly files: RTCDataChannel | null;
  /** Every address of ours that it has told the friend of. */
  readonly addresses: ReadonlySet<string>;
  /** Whether ICE has a path: what is written to a channel without one is lost, or worse. */
  readonly hasPath: boolean;
  /** Resolves when the first description of our own is made (and an answer sent), failed, or closed. */
  readonly settled: Promise<void>;
  readonly role: Role;
  /** The certificates of both ends as the descriptions name them; `null`: not agreed yet. */
  ends(): Ends | null;
  pendingOffer(): OfferSignal | null;
  receive(signal: Signal): void;
  setTracks(tracks: Tracks): void;
  /** `anew`: the network changed since the last restart. */
  restart(iceServers: RTCIceServer[], anew: boolean): void;
  /** The friend's last, SDP as they wrote it (browsers do not keep every line); empty: none came yet. */
  readonly friendsDescription: string;
  /** Last time an offer was answered, by the monotonic clock, ms; `null`: never. */
  readonly agreedAt: number | null;
  /** Does something with the descriptions, between two agreements, that the friend need not hear of. */
  aside(work: () => Promise<void>): Promise<void>;
  /** Media flows (again). */
  flows(): void;
  /** Says again what the other side may have missed. */
  sayAgain(): void;
  /**
   * Says something over the data channel, if ICE has a path: what is written without one makes
   * Firefox's DTLS fail for good, and piles up elsewhere.
   *
   * @returns whether it is on its way
   */
  say(message: ChannelMessage): boolean;
  close(): void;
}

/** A connection of our own: `pendingOffer()` is there once it is `settled`. */
export function offerConnection(
  options: ConnectionOptions,
  handlers: ConnectionHandlers,
): Connection {
  const { connection, pc, settle, attach, negotiation } = create(options, handlers, "offerer");
  addLanes(pc);
  preferCodecs(pc);
  attach(pc.createDataChannel(CHANNEL_LABEL));
  attach(pc.createDataChannel(FILES_LABEL));
  connection.setTracks(options.tracks());
  settle(negotiation.begin());
  return connection;
}

/** A connection for the friend's offer; the answer goes out through `handlers.signal`. */
export function answerConnection(
  offer: OfferSignal,
  options: Omit<ConnectionOptions, "id">,
  handlers: ConnectionHandlers,
): Connection {
  const { connection, pc, settle, attach, negotiation } = create(
    { ...options, id: offer.connection },
    handlers,
    "answerer",
  );
  pc.ondatachannel = ({ channel }) => attach(channel);
  settle(negotiation.receive(offer));
  return connection;
}

function create(options: ConnectionOptions, handlers: ConnectionHandlers, role: Role) {
  const { id, platform, iceServers, tracks } = options;
  const pc = platform.connect({ iceServers, bundlePolicy: "max-bundle" });
  const stream = new platform.MediaStream();
  const screen = new platform.MediaStream();
  let channel: RTCDataChannel | null = null;
  let files: RTCDataChannel | null = null;
  let closed = false;
  const settled = Promise.withResolvers<void>();
  const addresses = new Set<string>();

  pc.ontrack = ({ track, transceiver }) => {
    const lane = laneOf(pc, transceiver);
    // What the friend sends beyond them is not ours to show.
    if (lane === null) return;
    if (lane === "screen" || lane === "sound") return screen.addTrack(track);
    stream.addTrack(track);
    // A remote track is muted until its first packet arrives (WebRTC 1.0, 5.3).
    track.onunmute = () => {
      if (!closed) handlers.media();
    };
  };
  pc.onconnectionstatechange = () => {
    if (!closed) handlers.connection(pc.connectionState);
  };
  pc.oniceconnectionstatechange = () => {
    if (!closed) handlers.ice(pc.iceConnectionState);
  };
  const negotiation = negotiate(pc, {
    connection: id,
    role,
    clock: platform.clock,
    send: (signal) => {
      if (signal.kind === "candidate") addresses.add(addressOf(signal));
      if (!closed) handlers.signal(signal);
    },
    agreed: () => {
      if (!closed) handlers.agreed();
    },
    beforeAnswer: async () => {
      for (const transceiver of pc.getTransceivers()) {
        if (laneOf(pc, transceiver) === null) transceiver.stop();
        else transceiver.direction = "sendrecv";
      }
      preferCodecs(pc);
      await sendTracks(pc, tracks());
    },
  });

  function attach(opened: RTCDataChannel): void {
    if (opened.label === FILES_LABEL && files === null) {
      files = opened;
      return;
    }
    if (opened.label !== CHANNEL_LABEL || channel !== null) return opened.close();
    channel = opened;
    opened.onopen = () => handlers.channelOpen();
    opened.onmessage = ({ data }) => {
      const message = parseChannelMessage(data);
      if (message !== null && !closed) handlers.message(message);
    };
    if (opened.readyState === "open") handlers.channelOpen();
  }

  function report(work: Promise<unknown>): void {
    work.catch((error) => {
      if (!closed) handlers.broken(error);
    });
  }

  function settle(work: Promise<void>): void {
    report(work.finally(settled.resolve));
  }

  const connection: Connection = {
    id,
    pc,
    stream,
    screen,
    get files() {
      return files;
    },
    addresses,
    get hasPath() {
      return hasPath(pc);
    },
    settled: settled.promise,
    role,
    ends() {
      const [own, friends] = [pc.localDescription, pc.remoteDescription]
        .map((description) => fingerprintOf(description?.sdp ?? ""));
      if (!own || !friends) return null;
      return role === "offerer"
        ? { offerer: own, answerer: friends }
        : { offerer: friends, answerer: own };
    },
    pendingOffer: negotiation.pendingOffer,
    receive: (signal) => report(negotiation.receive(signal)),
    setTracks: (next) => report(sendTracks(pc, next)),
    restart(servers, anew) {
      if (closed) return;
      pc.setConfiguration({ ...pc.getConfiguration(), iceServers: servers });
      report(negotiation.restart(anew));
    },
    get friendsDescription() {
      return negotiation.friendsDescription;
    },
    get agreedAt() {
      return negotiation.agreedAt;
    },
    aside: negotiation.aside,
    flows: negotiation.flows,
    sayAgain: negotiation.sayAgain,
    say(message) {
      if (channel?.readyState !== "open" || !hasPath(pc)) return false;
      if (channel.bufferedAmount > MAX_BUFFERED_BYTES) return false;
      try {
        channel.send(encodeChannelMessage(message));
        return true;
      } catch {
        // It is closing at this very moment.
        return false;
      }
    },
    close() {
      closed = true;
      pc.close();
      // What was under way is never answered (WebRTC 1.0, 4.4.1.2); nobody may wait for it.
      settled.resolve();
    },
  };
  return { connection, pc, attach, settle, negotiation };
}

/** The connection address of a candidate's line (RFC 8839, 5.1); empty at the end of them. */
function addressOf({ candidate }: CandidateSignal): string {
  return candidate?.candidate.split(" ")[4] ?? "";
}

function hasPath(pc: RTCPeerConnection): boolean {
  return isPath(pc.iceConnectionState);
}

/** Whether ICE in this state has a path (WebRTC 1.0, 5.6.4). */
export function isPath(state: RTCIceConnectionState): boolean {
  return state === "connected" || state === "completed";
}
