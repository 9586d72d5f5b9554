/** The offer/answer state of one modelled peer connection (RFC 8829, 3.2 and 4.1). */
import { answeredSections, type Local, offeredSections, type Remote } from "./descriptions.ts";
import type { Generation } from "./ice.ts";
import type { PeerConnection } from "./peer_connection.ts";
import {
  addressOf,
  type Direction,
  readSdp,
  receives,
  reverse,
  type Section,
  writeSdp,
} from "./sdp.ts";

export class Negotiation {
  state: Exclude<RTCSignalingState, "closed"> = "stable";
  hasChannel = false;
  restartWanted = false;
  readonly #pc: PeerConnection;
  readonly #candidates = new Map<string, string[]>();
  #created: Local | null = null;
  #currentLocal: Local | null = null;
  #pendingLocal: Local | null = null;
  #currentRemote: Remote | null = null;
  #pendingRemote: Remote | null = null;

  constructor(pc: PeerConnection) {
    this.#pc = pc;
  }

  get localDescription() {
    const local = this.#pendingLocal ?? this.#currentLocal;
    if (local === null) return null;
    const found = this.#candidates.get(local.generation.ufrag) ?? [];
    return { type: local.type, sdp: local.sdp + found.map((line) => `a=${line}\r\n`).join("") };
  }

  get remoteDescription() {
    const remote = this.#pendingRemote ?? this.#currentRemote;
    return remote === null ? null : { type: remote.type, sdp: remote.sdp };
  }

  createOffer(iceRestart: boolean): RTCSessionDescriptionInit {
    if (this.state === "have-remote-offer") throw invalid("Cannot offer: an offer waits");
    const restart = iceRestart || this.restartWanted || this.#currentLocal === null;
    const generation = restart ? this.#newGeneration() : this.#currentLocal?.generation;
    if (generation === undefined) throw invalid("Cannot offer");
    return this.#create("offer", generation, this.#offeredSections());
  }

  createAnswer(): RTCSessionDescriptionInit {
    const remote = this.#pendingRemote;
    if (this.state !== "have-remote-offer" || remote === null) {
      throw invalid("Cannot answer: there is no offer");
    }
    const known = this.#currentRemote?.read.ufrag === remote.read.ufrag
      ? this.#currentLocal?.generation
      : undefined;
    const sections = answeredSections(remote.read, (mid) => this.#byMid(mid)?.direction);
    return this.#create("answer", known ?? this.#newGeneration(), sections);
  }

  setLocal(description?: RTCLocalSessionDescriptionInit): void {
    const wanted = description?.type ??
      (this.state === "have-remote-offer" ? "answer" : "offer");
    if (wanted === "rollback") return this.#rollBack();
    if (description?.sdp === undefined) {
      if (wanted === "offer") this.createOffer(false);
      else this.createAnswer();
    }
    const created = this.#created;
    if (created === null || created.type !== wanted) throw invalid(`Cannot set a local ${wanted}`);
    if (description?.sdp !== undefined && description.sdp !== created.sdp) {
      throw new DOMException("Cannot set what was not made last", "InvalidModificationError");
    }
    if (wanted === "offer" && this.state === "have-remote-offer") {
      throw invalid("Cannot set a local offer: an offer waits");
    }
    if (wanted === "answer" && this.state !== "have-remote-offer") {
      throw invalid(`Cannot set a local answer in ${this.state}`);
    }
    this.#void();
    const { generation } = created;
    const isNew = !this.#pc.world.ice.byUfrag.has(generation.ufrag);
    this.#pendingLocal = created;
    readSdp(created.sdp).sections.forEach(({ mid }, index) => this.#nameSection(mid, index));
    if (wanted === "offer") {
      this.state = "have-local-offer";
      this.restartWanted = false;
    } else this.#conclude();
    if (isNew) this.#pc.ice.gather(generation);
  }

  setRemote({ type, sdp = "" }: RTCSessionDescriptionInit): void {
    if (type === "rollback") return this.#rollBack();
    if (type !== "offer" && type !== "answer") throw invalid(`Cannot set a remote ${type}`);
    if (type === "answer" && this.state !== "have-local-offer") {
      throw invalid(`Cannot set a remote answer in ${this.state}`);
    }
    const read = readSdp(sdp);
    if (type === "answer" && read.sections.length !== this.#offeredSections().length) {
      throw new DOMException("Cannot match the answer's sections", "InvalidAccessError");
    }
    if (type === "offer" && this.state === "have-local-offer") this.#rollBack();
    this.#void();
    const known = this.#currentRemote?.generation;
    const generation = known?.ufrag === read.ufrag
      ? known
      : { ufrag: read.ufrag, addresses: new Set<string>() };
    for (const address of read.addresses) generation.addresses.add(address);
    this.#pendingRemote = { type, sdp, read, generation };
    if (type === "answer") return this.#conclude();
    this.state = "have-remote-offer";
    for (const { kind, mid } of read.sections) {
      if (kind === "application") this.hasChannel = true;
      else if (this.#byMid(mid) === undefined) {
        this.#pc.makeTransceiver(kind, "recvonly", null).mid = mid;
      }
    }
    this.#announce(read.sections.map((section) => [section, reverse(section.direction)]));
  }

  addCandidate(candidate: RTCIceCandidateInit | null): void {
    const remotes = [this.#pendingRemote, this.#currentRemote].filter((remote) => remote !== null);
    const [latest] = remotes;
    if (latest === undefined) throw invalid("Cannot add a candidate: no remote description");
    if (candidate === null || !candidate.candidate) return;
    const ufrag = candidate.usernameFragment ??
      / ufrag (\S+)/.exec(candidate.candidate)?.[1] ?? latest.read.ufrag;
    const remote = remotes.find(({ read }) => read.ufrag === ufrag);
    if (remote === undefined) {
      throw new DOMException("Cannot add a candidate of another generation", "OperationError");
    }
    remote.generation.addresses.add(addressOf(candidate.candidate));
    this.#pc.ice.look();
  }

  /** The browser found a candidate, or (`null`) the last one. */
  gathered(text: string | null, ufrag: string): void {
    const known = this.#candidates.get(ufrag) ?? [];
    this.#candidates.set(ufrag, known);
    if (text !== null) known.push(text);
    this.#pc.actor.run(() => {
      if (this.#pc.ice.closed) return;
      const candidate = text === null
        ? null
        : { candidate: text, sdpMid: "0", sdpMLineIndex: 0, usernameFragment: ufrag };
      this.#pc.emit("icecandidate", { candidate });
      if (text === null) this.#pc.emit("icegatheringstatechange");
    });
  }

  #create(type: "offer" | "answer", generation: Generation, sections: readonly Section[]) {
    const { fingerprint } = this.#pc;
    const sdp = writeSdp({ fingerprint, ufrag: generation.ufrag, sections });
    this.#created = { type, sdp, generation };
    return { type, sdp };
  }

  #newGeneration(): Generation {
    return { ufrag: this.#pc.chance.newId().slice(0, 8), addresses: new Set() };
  }

  #offeredSections(): Section[] {
    return offeredSections(this.#pc.getTransceivers(), this.hasChannel);
  }

  #nameSection(mid: string, index: number): void {
    const transceiver = this.#pc.getTransceivers()[index];
    if (transceiver !== undefined) transceiver.mid ??= mid;
  }

  #byMid(mid: string) {
    return this.#pc.getTransceivers().find((transceiver) => transceiver.mid === mid);
  }

  /** Offer and answer are there: what was pending is current. */
  #conclude(): void {
    const local = this.#pendingLocal ?? this.#currentLocal;
    const remote = this.#pendingRemote ?? this.#currentRemote;
    if (local === null || remote === null) throw invalid("Cannot conclude");
    const answer = local.type === "answer" ? readSdp(local.sdp) : remote.read;
    this.#currentLocal = local;
    this.#currentRemote = remote;
    this.#pendingLocal = this.#pendingRemote = null;
    this.state = "stable";
    const own = answer.sections.map((section) =>
      [section, local.type === "answer" ? section.direction : reverse(section.direction)] as const
    );
    if (local.type === "offer") this.#announce(own);
    for (const [{ mid }, direction] of own) {
      const transceiver = this.#byMid(mid);
      if (transceiver !== undefined) transceiver.currentDirection = direction;
    }
    this.#pc.ice.agree(local.generation, remote.generation);
    this.#pc.refresh();
  }

  /** Tells of tracks that are received from now on and were not before. */
  #announce(sections: readonly (readonly [Section, Direction])[]): void {
    for (const [{ mid }, direction] of sections) {
      const transceiver = this.#byMid(mid);
      if (transceiver === undefined || !receives(direction)) continue;
      if (receives(transceiver.currentDirection)) continue;
      this.#pc.announceTrack(transceiver);
    }
  }

  #rollBack(): void {
    if (this.state === "stable") throw invalid("Cannot roll back in stable");
    const restarted = this.#pendingLocal !== null && this.#currentLocal !== null &&
      this.#pendingLocal.generation !== this.#currentLocal.generation;
    if (restarted && this.#pc.habits.rollbackFreezesVideo) this.#pc.videoFrozen = true;
    this.#pendingLocal = this.#pendingRemote = null;
    this.state = "stable";
  }

  /** A renegotiation makes parameters read before it stale. */
  #void(): void {
    for (const sender of this.#pc.getSenders()) sender.transaction = null;
  }
}

function invalid(message: string): DOMException {
  return new DOMException(message, "InvalidStateError");
}
