/**
 * As much of an RTCPeerConnection as the engine's unit tests need: signalling states (JSEP, RFC 8829),
 * transceivers read from the SDP, candidates in the local description, and promises that stay pending
 * once it is closed, as WebRTC 1.0 wants it. No network.
 */
export class FakeTrack {
  muted = true;
  enabled = true;
  readyState: "live" | "ended" = "live";
  label = "";
  onunmute: (() => void) | null = null;
  onmute: (() => void) | null = null;
  onended: (() => void) | null = null;
  settings: MediaTrackSettings = {};
  constructor(readonly kind: "audio" | "video") {}
  stop(): void {
    this.readyState = "ended";
  }
  getSettings(): MediaTrackSettings {
    return this.settings;
  }
}

export class FakeSender {
  track: unknown = null;
  readonly applied: { parameters: RTCRtpSendParameters; options: unknown }[] = [];
  replaceTrack(track: unknown): Promise<void> {
    this.track = track;
    return Promise.resolve();
  }
  getParameters(): RTCRtpSendParameters {
    return { encodings: [{}] } as unknown as RTCRtpSendParameters;
  }
  setParameters(parameters: RTCRtpSendParameters, options?: unknown): Promise<void> {
    this.applied.push({ parameters, options });
    return Promise.resolve();
  }
}

export class FakeTransceiver {
  direction = "recvonly";
  stopped = false;
  readonly sender = new FakeSender();
  readonly receiver: { track: FakeTrack };
  constructor(readonly kind: "audio" | "video") {
    this.receiver = { track: new FakeTrack(kind) };
  }
  stop(): void {
    this.stopped = true;
  }
}

export class FakeChannel {
  readyState = "connecting";
  readonly sent: string[] = [];
  bufferedAmount = 0;
  full = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly label: string) {}
  open(): void {
    this.readyState = "open";
    this.onopen?.();
  }
  send(data: string): void {
    if (this.full) throw new DOMException("send queue is full", "OperationError");
    this.sent.push(data);
  }
  close(): void {
    this.readyState = "closed";
  }
}

interface Description {
  readonly type: "offer" | "answer";
  sdp: string;
}

export class FakePeerConnection {
  signalingState = "stable";
  connectionState = "new";
  iceConnectionState = "new";
  localDescription: Description | null = null;
  remoteDescription: Description | null = null;
  readonly transceivers: FakeTransceiver[] = [];
  readonly channels: FakeChannel[] = [];
  readonly candidates: RTCIceCandidateInit[] = [];
  stats: Record<string, unknown>[] = [];
  /** Held operations go on when it resolves. */
  gate: Promise<void> = Promise.resolve();
  /** The next operation with this name fails. */
  failing: string | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidateInit | null }) => void) | null = null;
  ontrack: ((event: { track: FakeTrack; transceiver: FakeTransceiver }) => void) | null = null;
  ondatachannel: ((event: { channel: FakeChannel }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  oniceconnectionstatechange: (() => void) | null = null;
  #generation = 0;
  #configuration: RTCConfiguration;

  constructor(configuration: RTCConfiguration = {}, readonly name = "pc") {
    this.#configuration = configuration;
  }

  addTransceiver(kind: "audio" | "video", { direction }: { direction: string }): FakeTransceiver {
    const transceiver = new FakeTransceiver(kind);
    transceiver.direction = direction;
    this.transceivers.push(transceiver);
    return transceiver;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  createDataChannel(label: string): FakeChannel {
    const channel = new FakeChannel(label);
    this.channels.push(channel);
    return channel;
  }

  createOffer({ iceRestart }: { iceRestart?: boolean } = {}): Promise<Description> {
    return this.#operation("createOffer", () => {
      if (iceRestart || this.#generation === 0) this.#generation += 1;
      return { type: "offer", sdp: this.#sdp() };
    });
  }

  /** Without a description it makes the answer itself (WebRTC 1.0, 4.4.1.5). */
  setLocalDescription(
    description?: Description | { type: "rollback"; sdp?: never },
  ): Promise<void> {
    return this.#operation("setLocalDescription", () => {
      if (description?.type === "rollback") {
        this.signalingState = "stable";
        return;
      }
      if (description === undefined) this.#generation += 1;
      const { type, sdp } = description ?? { type: "answer", sdp: this.#sdp() };
      this.localDescription = { type, sdp };
      this.signalingState = type === "offer" ? "have-local-offer" : "stable";
    });
  }

  setRemoteDescription({ type, sdp }: Description): Promise<void> {
    return this.#operation("setRemoteDescription", () => {
      this.remoteDescription = { type, sdp };
      this.signalingState = type === "offer" ? "have-remote-offer" : "stable";
      if (type === "answer") return;
      const kinds = [...sdp.matchAll(/^m=(audio|video)/gm)].map(([, kind]) => kind);
      const fresh = kinds.slice(this.transceivers.length)
        .map((kind) => new FakeTransceiver(kind === "audio" ? "audio" : "video"));
      this.transceivers.push(...fresh);
      fresh.forEach((transceiver) =>
        this.ontrack?.({ track: transceiver.receiver.track, transceiver })
      );
    });
  }

  addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    return this.#operation("addIceCandidate", () => {
      this.candidates.push(candidate);
    });
  }

  getConfiguration(): RTCConfiguration {
    return this.#configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.#configuration = configuration;
  }

  getStats(): Promise<RTCStatsReport> {
    return Promise.resolve(
      new Map(this.stats.map((entry, index) => [String(index), { id: String(index), ...entry }])),
    ) as unknown as Promise<RTCStatsReport>;
  }

  close(): void {
    this.signalingState = "closed";
  }

  /** A candidate is found: it is in the local description from then on. */
  gather(candidate: string): void {
    if (this.localDescription !== null) this.localDescription.sdp += `a=${candidate}\r\n`;
    this.onicecandidate?.({
      candidate: {
        candidate,
        sdpMid: "0",
        sdpMLineIndex: 0,
        usernameFragment: `${this.name}${this.#generation}`,
      },
    });
  }

  ice(state: string): void {
    this.iceConnectionState = state;
    this.oniceconnectionstatechange?.();
  }

  #sdp(): string {
    const sections = this.transceivers.map(({ kind, stopped }) => `m=${kind} ${stopped ? 0 : 9}`);
    const lines = ["v=0", `a=ice-ufrag:${this.name}${this.#generation}`, ...sections];
    return `${lines.join("\r\n")}\r\n`;
  }

  async #operation<T>(name: string, work: () => T): Promise<T> {
    await this.gate;
    if (this.signalingState === "closed") return new Promise<T>(() => {});
    if (this.failing === name) {
      this.failing = null;
      throw new DOMException(`Cannot ${name}`, "OperationError");
    }
    return work();
  }
}

export class FakeStream {
  readonly tracks: unknown[];
  constructor(tracks: readonly unknown[] = []) {
    this.tracks = [...tracks];
  }
  addTrack(track: unknown): void {
    this.tracks.push(track);
  }
  removeTrack(track: unknown): void {
    this.tracks.splice(this.tracks.indexOf(track), 1);
  }
  getTracks(): unknown[] {
    return this.tracks;
  }
  getAudioTracks(): unknown[] {
    return this.tracks.filter((track) => (track as FakeTrack).kind === "audio");
  }
  getVideoTracks(): unknown[] {
    return this.tracks.filter((track) => (track as FakeTrack).kind === "video");
  }
}
