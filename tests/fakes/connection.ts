/** A connection whose media the test lets flow, as `recovery/` sees one. */
import type { Connection } from "../../call/connection/connection.ts";
import type { FakeClock } from "./clock.ts";
import { FakePeerConnection } from "./peer_connection.ts";

export class FakeConnection {
  readonly pc = new FakePeerConnection();
  readonly restarts: { readonly servers: RTCIceServer[]; readonly anew: boolean }[] = [];
  readonly addresses = new Set(["192.0.2.1"]);
  hasPath = true;
  friendsDescription = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n";
  agreedAt: number | null = 0;
  /** What else the browser tells of what comes in. */
  inbound: Record<string, unknown> = {};
  flowed = 0;
  #packets = 0;

  constructor(readonly id: string, readonly clock: FakeClock) {
    this.pc.addTransceiver("audio", { direction: "sendrecv" });
    this.pc.addTransceiver("video", { direction: "sendrecv" });
  }

  /** As the engine takes it. */
  get connection(): Connection {
    return this as unknown as Connection;
  }

  restart(servers: RTCIceServer[], anew: boolean): void {
    this.restarts.push({ servers, anew });
  }

  /** The two have agreed on it. */
  async agree(): Promise<void> {
    await this.pc.setLocalDescription(await this.pc.createOffer());
    await this.pc.setRemoteDescription({
      type: "answer",
      sdp: "v=0\r\nm=audio 9\r\nm=video 9\r\n",
    });
  }

  aside(work: () => Promise<void>): Promise<void> {
    return work();
  }

  flows(): void {
    this.flowed += 1;
  }

  /** Lets `ms` pass in which packets arrive. */
  async flow(ms: number, more: Record<string, unknown> = {}): Promise<void> {
    for (let passed = 0; passed < ms; passed += 250) {
      this.#packets += 10;
      this.pc.stats = [
        { type: "inbound-rtp", kind: "video", packetsReceived: this.#packets, ...this.inbound },
        { type: "remote-inbound-rtp", fractionLost: 0 },
        { type: "transport", selectedCandidatePairId: "3" },
        { type: "candidate-pair", availableOutgoingBitrate: 2_000_000, ...more },
      ];
      await this.clock.pass(Math.min(250, ms - passed));
    }
  }

  /** Lets `ms` pass in which nothing arrives. */
  quiet(ms: number): Promise<void> {
    return this.clock.pass(ms);
  }
}
