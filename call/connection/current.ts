/**
 * Which connection is in use: the spare one whose offer is prepared, the one whose offer was pledged
 * to a `join`, and the current one. Which of them it is to be, the reducer decides.
 */
import type { Ice, OfferSignal, Signal } from "../../signaling/protocol.ts";
import type { Connect, Platform } from "../platform.ts";
import {
  answerConnection,
  type Connection,
  type ConnectionHandlers,
  offerConnection,
} from "./connection.ts";
import type { Tracks } from "./lanes.ts";

export interface ConnectionsOptions {
  readonly platform: Platform;
  readonly tracks: () => Tracks;
  /** Carries a signal of the current connection to the friend by the server. */
  readonly send: (signal: Signal) => void;
  /** A connection became the current one. */
  readonly begun: (connection: Connection) => void;
  readonly events: (connection: Connection) => Omit<ConnectionHandlers, "signal" | "broken">;
  /** The current connection cannot go on: a bug or an incompatible peer, not a network. */
  readonly broken: (id: string, error: unknown) => void;
}

export interface Connections {
  readonly current: Connection | null;
  readonly iceServers: RTCIceServer[];
  /** Fresh ICE servers; an offer prepared with older ones is made anew. */
  setIce(ice: Ice): void;
  /** Has an offer prepared, so that a `join` need not wait for one. */
  prepare(): void;
  /** The offer for a `join`, with every candidate known so far; `null`: none could be made. */
  pledge(): Promise<OfferSignal | null>;
  /** The network changed: candidates in a prepared offer are void. */
  networkChanged(): void;
  /** Connections are made so from now on: they know where this machine is. */
  movedTo(connect: Connect): void;
  adopt(id: string): void;
  offer(id: string): void;
  answer(offer: OfferSignal): void;
  /** Resolves when the answer being made is on its way; `null`: none is. */
  readonly answering: Promise<void> | null;
  setTracks(tracks: Tracks): void;
  /** Closes the current connection. */
  closeCurrent(): void;
  /** Closes all of them. */
  close(): void;
}

/** Who waits long for a seat does not come in with credentials of a relay that have run out, ms. */
const PLEDGE_LIFE_MS = 120_000;

/** A connection whose offer is in a `join` under way. */
interface Pledged {
  readonly connection: Connection;
  /** Candidates that came after it, for whoever answers. */
  readonly late: Signal[];
  /** The network changed since: it must restart as soon as it is adopted. */
  stale: boolean;
  /** By the monotonic clock, ms. */
  readonly madeAt: number;
}

export function createConnections(options: ConnectionsOptions): Connections {
  let { platform } = options;
  let iceServers: RTCIceServer[] = [];
  let iceKnown = false;
  let current: Connection | null = null;
  let spare: Connection | null = null;
  let pledged: Pledged | null = null;
  let answering: Promise<void> | null = null;

  function handlersFor(id: string): ConnectionHandlers {
    let isBroken = false;
    function whenCurrent(work: (connection: Connection) => void): void {
      if (current?.id === id) work(current);
    }
    return {
      signal(signal) {
        if (current?.id === id) options.send(signal);
        else if (pledged?.connection.id === id) pledged.late.push(signal);
      },
      message: (message) => whenCurrent((own) => options.events(own).message(message)),
      channelOpen: () => whenCurrent((own) => options.events(own).channelOpen()),
      media: () => whenCurrent((own) => options.events(own).media()),
      agreed: () => whenCurrent((own) => options.events(own).agreed()),
      connection: (state) => whenCurrent((own) => options.events(own).connection(state)),
      ice: (state) => whenCurrent((own) => options.events(own).ice(state)),
      // Once: a friend's page may break it again and again.
      broken: (error) =>
        whenCurrent(() => {
          if (!isBroken) options.broken(id, error);
          isBroken = true;
        }),
    };
  }

  function make(id: string): Connection {
    const { tracks } = options;
    return offerConnection({ id, platform, iceServers, tracks }, handlersFor(id));
  }

  /** One for later; `null`: the browser makes no more of them. */
  function makeSpare(): Connection | null {
    try {
      return make(platform.newId());
    } catch (error) {
      platform.reportBug("Cannot prepare an offer", error);
      return null;
    }
  }

  /**
   * Not before camera and microphone are there: until then browsers hide the addresses in candidates
   * behind mDNS names, which another network cannot resolve (draft-ietf-mmusic-mdns-ice-candidates).
   */
  function prepare(): void {
    const { voice, camera } = options.tracks();
    const isBlind = voice === null && camera === null;
    if (!iceKnown || current !== null || pledged !== null || isBlind) return;
    spare ??= makeSpare();
  }

  function forgetSpare(): void {
    spare?.close();
    spare = null;
  }

  /** @returns `null`, and says so, when the browser refuses to make the connection */
  function beginNew(id: string, made: () => Connection): Connection | null {
    try {
      const connection = made();
      begin(connection);
      return connection;
    } catch (error) {
      closeCurrent();
      options.broken(id, error);
      return null;
    }
  }

  function closeCurrent(): void {
    current?.close();
    current = null;
  }

  function begin(connection: Connection): void {
    if (current !== connection) current?.close();
    if (pledged !== null && pledged.connection !== connection) pledged.connection.close();
    pledged = null;
    forgetSpare();
    current = connection;
    options.begun(connection);
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
      forgetSpare();
    },
    prepare,
    async pledge() {
      const now = platform.clock.monotonic();
      if (pledged === null || pledged.stale || now - pledged.madeAt >= PLEDGE_LIFE_MS) {
        pledged?.connection.close();
        const connection = spare ?? makeSpare();
        pledged = connection && { connection, late: [], stale: false, madeAt: now };
        spare = null;
      }
      if (pledged === null) return null;
      const { connection, late } = pledged;
      await connection.settled;
      // The offer as it is now holds what came until now.
      late.length = 0;
      return connection.pendingOffer();
    },
    networkChanged() {
      if (pledged !== null) pledged.stale = true;
      if (spare === null) return;
      forgetSpare();
      prepare();
    },
    movedTo(connect) {
      platform = { ...platform, connect };
    },
    adopt(id) {
      if (pledged?.connection.id !== id) {
        return options.broken(id, new Error("Cannot adopt: the offered connection is gone"));
      }
      const { connection, late, stale } = pledged;
      begin(connection);
      late.forEach(options.send);
      if (stale) connection.restart(iceServers, true);
    },
    offer(id) {
      const made = beginNew(id, () => make(id));
      void made?.settled.then(() => {
        if (current === made) made.sayAgain();
      });
    },
    answer(offer) {
      const { tracks } = options;
      const id = offer.connection;
      const made = beginNew(
        id,
        () => answerConnection(offer, { platform, iceServers, tracks }, handlersFor(id)),
      );
      if (made === null) return;
      const mine = made.settled.finally(() => {
        if (answering === mine) answering = null;
      });
      answering = mine;
    },
    setTracks(tracks) {
      for (const each of [current, pledged?.connection, spare]) each?.setTracks(tracks);
    },
    closeCurrent,
    close() {
      for (const each of [current, pledged?.connection, spare]) each?.close();
      current = spare = pledged = null;
    },
  };
}
