/**
 * Which link is in use: the prepared offer, the current link, and what belongs to neither.
 *
 * A signal is handed over only if it names the current link, or is an offer of a link never seen.
 * When both people start a new link at once, the offer with the greater link id wins on both sides.
 */
import type { Ice, OfferSignal, Signal } from "../../signaling/protocol.ts";
import { randomId } from "../page/random_id.ts";
import { answerLink, type Link, type LinkHandlers, offerLink, type Tracks } from "./connection.ts";

export interface LinksOptions {
  readonly tracks: () => Tracks;
  /** Carries a signal to the page with this session by the server. */
  readonly send: (to: string, signal: Signal) => void;
  /** A link became the current one; `media` says when something arrives through it. */
  readonly begun: (link: Link) => void;
  readonly events: (link: Link) => Omit<LinkHandlers, "signal" | "broken">;
  readonly broken: (link: string | null, error: unknown) => void;
}

export interface Links {
  readonly current: Link | null;
  /** Fresh ICE servers; an offer prepared with older ones is made anew. */
  setIce(ice: Ice): void;
  readonly iceServers: RTCIceServer[];
  /** The offer for `join`, with every candidate known so far. */
  prepared(): Promise<OfferSignal | null>;
  /** The network changed: candidates in a prepared offer are void. */
  renew(): void;
  adopt(to: string): void;
  offer(to: string): Promise<void>;
  answer(offer: OfferSignal, to: string): void;
  /** Resolves when the answer being made is on its way; `null`: none is. */
  readonly answering: Promise<void> | null;
  address(to: string): void;
  handOver(signal: Signal, from: string): void;
  setTracks(tracks: Tracks): void;
  /** Closes the current link, and the prepared one too when `all`. */
  close(all: boolean): void;
}

export function createLinks(options: LinksOptions): Links {
  let iceServers: RTCIceServer[] = [];
  let iceKnown = false;
  let current: Link | null = null;
  let preparation: Link | null = null;
  let peer: string | null = null;
  /** Candidates of a link whose other end is not known yet. */
  let unsent: Signal[] = [];
  let answering: Promise<void> | null = null;
  const over = new Set<string>();

  function handlersFor(id: string, get: () => Link | null): LinkHandlers {
    const whenMine = (work: (link: Link) => void) => {
      const link = get();
      if (link !== null && link === current) work(link);
    };
    return {
      signal: (signal) => deliver(id, signal),
      message: (message) => whenMine((link) => options.events(link).message(message)),
      channelOpen: () => whenMine((link) => options.events(link).channelOpen()),
      media: () => whenMine((link) => options.events(link).media()),
      connection: (state) => whenMine((link) => options.events(link).connection(state)),
      broken: (error) => options.broken(get() === current ? id : null, error),
    };
  }

  function deliver(id: string, signal: Signal): void {
    if (current?.id !== id) {
      if (preparation?.id === id && signal.kind === "candidate") unsent.push(signal);
      return;
    }
    // After a cut a stuck channel would deliver every description of the time in between.
    if (current.channelClear) current.say({ type: "signal", signal });
    if (peer !== null) options.send(peer, signal);
  }

  function make(): Link {
    const id = randomId();
    const slot: { link: Link | null } = { link: null };
    slot.link = offerLink(
      { id, iceServers, tracks: options.tracks },
      handlersFor(id, () => slot.link),
    );
    return slot.link;
  }

  function prepare(): Link {
    unsent = [];
    preparation?.close();
    preparation = make();
    return preparation;
  }

  /**
   * Not before camera and microphone are there: until then browsers hide the addresses in candidates
   * behind mDNS names, which another network cannot resolve (draft-ietf-mmusic-mdns-ice-candidates).
   */
  function prepareInTime(): void {
    const { audio, video } = options.tracks();
    if (iceKnown && (audio !== null || video !== null)) prepare();
  }

  function begin(link: Link, to: string): void {
    if (current !== null && current !== link) {
      over.add(current.id);
      current.close();
    }
    if (preparation !== null) {
      if (preparation !== link) preparation.close();
      preparation = null;
    }
    current = link;
    peer = to;
    options.begun(link);
  }

  function answer(offer: OfferSignal, to: string): void {
    const slot: { link: Link | null } = { link: null };
    const link = answerLink(
      offer,
      { iceServers, tracks: options.tracks },
      handlersFor(offer.link, () => slot.link),
    );
    slot.link = link;
    begin(link, to);
    const mine = link.settled.finally(() => {
      if (answering === mine) answering = null;
    });
    answering = mine;
  }

  return {
    get current() {
      return current;
    },
    get answering() {
      return answering;
    },
    get iceServers() {
      return iceServers;
    },
    setIce({ servers }) {
      iceServers = servers.map(({ urls, username, credential }) => ({
        urls,
        ...(username === undefined ? {} : { username }),
        ...(credential === undefined ? {} : { credential }),
      }));
      iceKnown = true;
      if (current === null) prepareInTime();
    },
    async prepared() {
      const made = preparation ?? prepare();
      await made.settled;
      unsent = [];
      return made.pendingOffer();
    },
    renew() {
      if (preparation !== null) prepare();
    },
    adopt(to) {
      if (preparation === null) return;
      const missed = unsent;
      unsent = [];
      begin(preparation, to);
      missed.forEach((signal) => options.send(to, signal));
    },
    async offer(to) {
      const made = make();
      begin(made, to);
      await made.settled;
      const pending = made.pendingOffer();
      if (pending !== null) deliver(made.id, pending);
    },
    answer,
    address(to) {
      peer = to;
    },
    handOver(signal, from) {
      if (signal.link === current?.id) return current.receive(signal);
      if (signal.kind !== "offer" || over.has(signal.link)) return;
      const outstanding = current?.pendingOffer() ?? null;
      const unanswered = outstanding !== null && current?.pc.remoteDescription === null;
      if (unanswered && outstanding.link > signal.link) return;
      answer(signal, from);
    },
    setTracks(tracks) {
      current?.setTracks(tracks);
      preparation?.setTracks(tracks);
      if (current === null && preparation === null) prepareInTime();
    },
    close(all) {
      if (current !== null) {
        over.add(current.id);
        current.close();
        current = null;
      }
      peer = null;
      if (!all) return;
      preparation?.close();
      preparation = null;
      unsent = [];
    },
  };
}
