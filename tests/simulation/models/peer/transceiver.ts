/** RTCRtpTransceiver with its sender and receiver (WebRTC 1.0, 5). */
import type { Kind, Track } from "../tracks.ts";
import type { Inbound } from "./inbound.ts";
import { passKeyFrame } from "./media.ts";
import type { PeerConnection } from "./peer_connection.ts";
import type { Direction } from "./sdp.ts";

export class Sender {
  track: Track | null;
  readonly kind: Kind;
  readonly dtmf = null;
  readonly #pc: PeerConnection;
  readonly #changed = () => this.#pc.mediaChanged();
  #encodings: RTCRtpEncodingParameters[] = [{ active: true }];
  /** Changes with every `getParameters`, and is void after a renegotiation. */
  transaction: string | null = null;

  constructor(pc: PeerConnection, kind: Kind, track: Track | null) {
    this.#pc = pc;
    this.kind = kind;
    this.track = track;
    track?.changed.add(this.#changed);
  }

  /** Whether it has something to send. */
  get live(): boolean {
    return this.track?.readyState === "live" && this.#encodings[0]?.active !== false;
  }

  replaceTrack(track: Track | null): Promise<void> {
    if (track !== null && track.kind !== this.kind) {
      return Promise.reject(new TypeError("Cannot replace a track by one of another kind"));
    }
    return this.#pc.operate(1, () => {
      this.track?.changed.delete(this.#changed);
      this.track = track;
      track?.changed.add(this.#changed);
      this.#pc.mediaChanged();
    });
  }

  getParameters(): RTCRtpSendParameters {
    this.transaction = this.#pc.chance.newId();
    return {
      transactionId: this.transaction,
      codecs: [],
      headerExtensions: [],
      rtcp: {},
      encodings: this.#encodings.map((encoding) => ({ ...encoding })),
    };
  }

  setParameters(
    parameters: RTCRtpSendParameters,
    options?: { readonly encodingOptions?: readonly { readonly keyFrame?: boolean }[] },
  ): Promise<void> {
    if (this.transaction === null || parameters.transactionId !== this.transaction) {
      const stale = new DOMException("Cannot set parameters: read them first", "InvalidStateError");
      return Promise.reject(stale);
    }
    this.transaction = null;
    return this.#pc.actor.answer(1, () => {
      const wasActive = this.#encodings[0]?.active !== false;
      this.#encodings = parameters.encodings.map((encoding) => ({ ...encoding }));
      const isActive = this.#encodings[0]?.active !== false;
      this.#pc.mediaChanged();
      const asked = options?.encodingOptions?.some(({ keyFrame }) => keyFrame) ?? false;
      if (asked || (isActive && !wasActive)) passKeyFrame(this.#pc);
    });
  }

  getStats(): Promise<Map<string, unknown>> {
    return this.#pc.getStats();
  }
}

export class Transceiver {
  mid: string | null = null;
  direction: Direction;
  currentDirection: Direction | null = null;
  readonly kind: Kind;
  readonly sender: Sender;
  readonly receiver: { readonly track: Track };
  readonly inbound: Inbound;

  constructor(kind: Kind, direction: Direction, sender: Sender, inbound: Inbound) {
    this.kind = kind;
    this.direction = direction;
    this.sender = sender;
    this.inbound = inbound;
    this.receiver = { track: inbound.track };
  }

  get stopped(): boolean {
    return false;
  }

  setCodecPreferences(): void {}

  stop(): void {
    this.direction = "inactive";
  }
}
