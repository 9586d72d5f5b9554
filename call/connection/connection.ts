/**
 * One link: a peer connection with an audio and a video transceiver and a data channel. Only the
 * offerer adds transceivers; the answerer turns what the offer brought into send-and-receive. Mute,
 * device change and screen share are `replaceTrack`/`enabled` and never renegotiate.
 */
import type { OfferSignal, Signal } from "../../signaling/protocol.ts";
import {
  CHANNEL_LABEL,
  type ChannelMessage,
  encodeChannelMessage,
  parseChannelMessage,
} from "./channel.ts";
import { preferCodecs } from "./codecs.ts";
import { negotiate, type Role } from "./negotiation.ts";

export interface Tracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

export interface LinkHandlers {
  /** To be carried to the other page by every way there is. */
  readonly signal: (signal: Signal) => void;
  readonly message: (message: ChannelMessage) => void;
  readonly channelOpen: () => void;
  /** First media, or media again after a pause. */
  readonly media: () => void;
  readonly connection: (state: RTCPeerConnectionState) => void;
  /** A failure that is a bug or an incompatible peer, not a network. */
  readonly broken: (error: unknown) => void;
}

export interface LinkOptions {
  readonly id: string;
  readonly iceServers: RTCIceServer[];
  /** What to send, asked whenever a sender comes to be. */
  readonly tracks: () => Tracks;
}

export interface Link {
  readonly id: string;
  readonly pc: RTCPeerConnection;
  /** The friend's picture and voice. */
  readonly stream: MediaStream;
  /** Resolves when the first description of our own is made (and an answer sent), or failed. */
  readonly settled: Promise<void>;
  pendingOffer(): OfferSignal | null;
  receive(signal: Signal): void;
  setTracks(tracks: Tracks): void;
  /** `anew`: the network changed since the last restart. */
  restart(iceServers: RTCIceServer[], anew: boolean): void;
  /** Last time an offer was answered, by `performance.now()`; `null`: never. */
  readonly agreedAt: number | null;
  /** Media flows (again). */
  content(): void;
  repeat(): void;
  /** Whether what was said is on its way: on a dead path it only piles up. */
  readonly channelClear: boolean;
  /** @returns `false` when the channel is not open. */
  say(message: ChannelMessage): boolean;
  close(): void;
}

/** A link of our own: `pendingOffer()` is there once it is `settled`. */
export function offerLink(options: LinkOptions, handlers: LinkHandlers): Link {
  const { link, pc, settle, attach, negotiation } = createLink(options, handlers, "offerer");
  pc.addTransceiver("audio", { direction: "sendrecv" });
  pc.addTransceiver("video", { direction: "sendrecv" });
  preferCodecs(pc);
  attach(pc.createDataChannel(CHANNEL_LABEL));
  link.setTracks(options.tracks());
  settle(negotiation.begin());
  return link;
}

/** A link for the friend's offer; the answer goes out through `handlers.signal`. */
export function answerLink(
  offer: OfferSignal,
  options: Omit<LinkOptions, "id">,
  handlers: LinkHandlers,
): Link {
  const { link, pc, settle, attach, negotiation } = createLink(
    { ...options, id: offer.link },
    handlers,
    "answerer",
  );
  pc.ondatachannel = ({ channel }) => attach(channel);
  settle(negotiation.receive(offer));
  return link;
}

function createLink(options: LinkOptions, handlers: LinkHandlers, role: Role) {
  const { id, iceServers, tracks } = options;
  const pc = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
  const stream = new MediaStream();
  let channel: RTCDataChannel | null = null;
  let closed = false;
  const settled = Promise.withResolvers<void>();

  pc.ontrack = ({ track }) => {
    stream.addTrack(track);
    // A remote track is muted until its first packet arrives (WebRTC 1.0, 5.3).
    track.onunmute = () => {
      if (!closed) handlers.media();
    };
  };
  pc.onconnectionstatechange = () => {
    if (!closed) handlers.connection(pc.connectionState);
  };
  const negotiation = negotiate(pc, {
    link: id,
    role,
    send: (signal) => {
      if (!closed) handlers.signal(signal);
    },
    beforeAnswer: async () => {
      for (const transceiver of pc.getTransceivers()) transceiver.direction = "sendrecv";
      preferCodecs(pc);
      await applyTracks(pc, tracks());
    },
  });

  function attach(opened: RTCDataChannel): void {
    if (opened.label !== CHANNEL_LABEL) return opened.close();
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

  const link: Link = {
    id,
    pc,
    stream,
    settled: settled.promise,
    pendingOffer: negotiation.pendingOffer,
    receive: (signal) => report(negotiation.receive(signal)),
    setTracks: (next) => report(applyTracks(pc, next)),
    restart(servers, anew) {
      pc.setConfiguration({ ...pc.getConfiguration(), iceServers: servers });
      report(negotiation.restart(anew));
    },
    get agreedAt() {
      return negotiation.agreedAt;
    },
    content: negotiation.content,
    repeat: negotiation.repeat,
    get channelClear() {
      return channel?.readyState === "open" && channel.bufferedAmount === 0;
    },
    say(message) {
      if (channel?.readyState !== "open") return false;
      channel.send(encodeChannelMessage(message));
      return true;
    },
    close() {
      closed = true;
      pc.close();
    },
  };
  return { link, pc, attach, settle, negotiation };
}

async function applyTracks(pc: RTCPeerConnection, tracks: Tracks): Promise<void> {
  await Promise.all(
    pc.getTransceivers().map(({ sender, receiver }) => {
      const wanted = receiver.track.kind === "audio" ? tracks.audio : tracks.video;
      return sender.track === wanted ? undefined : sender.replaceTrack(wanted);
    }),
  );
}
