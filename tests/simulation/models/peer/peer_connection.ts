/**
 * RTCPeerConnection: negotiation by JSEP's states (RFC 8829) with its errors, over modelled ICE,
 * DTLS, SCTP and RTP. What the browser does on its own goes on while the page's scripts stand still.
 */
import type { Actor } from "../actor.ts";
import type { Device } from "../network.ts";
import type { Chance } from "../random.ts";
import { Target } from "../target.ts";
import { type Kind, Stream, Track } from "../tracks.ts";
import { associate, type Association, type Cargo } from "./association.ts";
import { Channels } from "./channels.ts";
import type { DataChannel } from "./data_channel.ts";
import type { Habits } from "./habits.ts";
import { Ice } from "./ice.ts";
import { Inbound } from "./inbound.ts";
import { Negotiation } from "./negotiation.ts";
import { passMedia, sendsMedia } from "./media.ts";
import { closedError, Operations } from "./operations.ts";
import { connectionStateOf } from "./states.ts";
import type { PeerOptions, PeerWorld } from "./peer_world.ts";
import { statsOf } from "./stats.ts";
import { Sender, Transceiver } from "./transceiver.ts";
import type { Direction } from "./sdp.ts";

/** Calls of the API take about this long, ms. */
const [QUICK_MS, SLOW_MS] = [1, 4] as const;

export class PeerConnection extends Target {
  readonly world: PeerWorld;
  readonly actor: Actor;
  readonly chance: Chance;
  readonly habits: Habits;
  readonly device: Device;
  readonly ice: Ice;
  /** Of its certificate: one for each connection. */
  readonly fingerprint: string;
  association: Association | null = null;
  /** Chromium after a rolled-back restart: decoded, never shown. */
  videoFrozen = false;
  connectionState: RTCPeerConnectionState = "new";
  iceConnectionState: RTCIceConnectionState = "new";
  readonly negotiation: Negotiation;
  readonly #transceivers: Transceiver[] = [];
  readonly #channels: Channels;
  #configuration: RTCConfiguration;
  readonly #operations: Operations;
  /** DTLS died at this end, and it knows. */
  #dtlsFailed = false;

  constructor(options: PeerOptions, configuration: RTCConfiguration = {}) {
    super();
    const { world, actor, device, chance, habits } = options;
    this.world = world;
    this.actor = actor;
    this.device = device;
    this.chance = chance;
    this.habits = habits;
    this.#configuration = configuration;
    this.fingerprint = chance.newId();
    this.#channels = new Channels(this);
    this.#operations = new Operations(actor, () => this.ice.closed);
    this.ice = new Ice({
      ...{ network: world.network, device, chance, habits, world: world.ice },
      candidate: (text, ufrag) => this.negotiation.gathered(text, ufrag),
      changed: () => this.refresh(),
      nominated: (pair) => associate(pair, (ice) => this.#of(ice)).resume(),
    });
    world.byIce.set(this.ice, this);
    this.negotiation = new Negotiation(this);
    actor.onDeath(() => this.#end());
  }

  get signalingState(): RTCSignalingState {
    return this.ice.closed ? "closed" : this.negotiation.state;
  }

  get iceGatheringState(): RTCIceGatheringState {
    return this.ice.gathering;
  }

  get localDescription() {
    return this.negotiation.localDescription;
  }

  get remoteDescription() {
    return this.negotiation.remoteDescription;
  }

  getConfiguration(): RTCConfiguration {
    return this.#configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    if (this.ice.closed && !this.actor.dead) throw closedError();
    this.#configuration = configuration;
  }

  createOffer({ iceRestart = false }: RTCOfferOptions = {}) {
    return this.operate(SLOW_MS, () => this.negotiation.createOffer(iceRestart));
  }

  createAnswer() {
    return this.operate(SLOW_MS, () => this.negotiation.createAnswer());
  }

  setLocalDescription(description?: RTCLocalSessionDescriptionInit) {
    return this.operate(QUICK_MS, () => this.negotiation.setLocal(description));
  }

  setRemoteDescription(description: RTCSessionDescriptionInit) {
    return this.operate(SLOW_MS, () => this.negotiation.setRemote(description));
  }

  addIceCandidate(candidate?: RTCIceCandidateInit | null) {
    return this.operate(1, () => this.negotiation.addCandidate(candidate ?? null));
  }

  restartIce(): void {
    this.negotiation.restartWanted = true;
  }

  addTransceiver(what: Kind | Track, { direction = "sendrecv" as Direction } = {}): Transceiver {
    if (typeof what === "string") return this.makeTransceiver(what, direction, null);
    return this.makeTransceiver(what.kind, direction, what);
  }

  getTransceivers(): Transceiver[] {
    return [...this.#transceivers];
  }

  getSenders(): Sender[] {
    return this.#transceivers.map(({ sender }) => sender);
  }

  getReceivers() {
    return this.#transceivers.map(({ receiver }) => receiver);
  }

  createDataChannel(label: string): DataChannel {
    if (this.ice.closed) throw closedError();
    this.negotiation.hasChannel = true;
    return this.#channels.create(label);
  }

  getStats(): Promise<Map<string, Readonly<Record<string, unknown>>>> {
    return Promise.resolve(statsOf(this));
  }

  close(): void {
    if (this.ice.closed) return;
    this.association?.close(this);
    this.#end();
  }

  operate<T>(ms: number, work: () => T): Promise<T> {
    return this.#operations.run(ms, work);
  }

  makeTransceiver(kind: Kind, direction: Direction, track: Track | null): Transceiver {
    const remote = new Track(this.chance.newId(), kind, true);
    const tell = (work: () => void) => this.actor.run(work);
    const inbound = new Inbound(remote, this.world.network.scheduler, tell);
    const made = new Transceiver(kind, direction, new Sender(this, kind, track), inbound);
    this.#transceivers.push(made);
    return made;
  }

  /** A track is received from now on. */
  announceTrack(transceiver: Transceiver): void {
    const { receiver } = transceiver;
    this.emit("track", { track: receiver.track, receiver, transceiver, streams: [new Stream()] });
  }

  write(cargo: Cargo, size: number): void {
    const { association } = this;
    if (association === null || association.state !== "connected") return;
    if (this.habits.writingWithoutPathKillsDtls && !this.ice.hasLocalPath) {
      this.#dtlsFailed = true;
      return association.die();
    }
    association.send(this, cargo, size);
  }

  receive(cargo: Cargo): void {
    this.actor.run(() => {
      if (!this.ice.closed) this.#channels.receive(cargo);
    });
  }

  /** When something last came over a channel, ms of virtual time. */
  get receivedAt(): number {
    return this.#channels.receivedAt;
  }

  /** DTLS is up: channels open, media flows. */
  associated(): void {
    this.refresh();
    this.#channels.announce();
  }

  channelsClosed(): void {
    this.actor.run(() => this.#channels.closed());
  }

  /** Something below changed: states, and what flows to either end. */
  refresh(): void {
    if (this.ice.sends) this.association?.advance();
    this.mediaChanged();
    this.association?.other(this).mediaChanged();
    this.actor.run(() => {
      if (this.ice.closed) return;
      const { state } = this.ice;
      const isNew = this.iceConnectionState !== state;
      this.iceConnectionState = state;
      if (isNew) this.emit("iceconnectionstatechange");
      const connection = connectionStateOf(state, this.association, this.#dtlsFailed);
      if (connection === this.connectionState || this.ice.closed) return;
      this.connectionState = connection;
      this.emit("connectionstatechange");
    });
  }

  /** What this end sends changed: tells the other's receivers. */
  mediaChanged(): void {
    passMedia(this);
  }

  /** Whether media leaves this end now. */
  get sending(): boolean {
    return sendsMedia(this);
  }

  #end(): void {
    this.ice.close();
    this.connectionState = "closed";
    this.iceConnectionState = "closed";
    this.#channels.drop();
    for (const { inbound, receiver } of this.#transceivers) {
      inbound.set(false);
      receiver.track.readyState = "ended";
    }
    this.mediaChanged();
  }

  #of(ice: Ice): PeerConnection {
    const found = this.world.byIce.get(ice);
    if (found === undefined) throw new Error("Cannot find a peer connection of this life");
    return found;
  }
}
