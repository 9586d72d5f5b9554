/**
 * What two peer connections have together once ICE found a way: DTLS, and on it SCTP. It outlives
 * ICE restarts; once dead it stays dead, and only new peer connections help.
 */
import { Stream } from "../stream.ts";
import type { Pair } from "./pairs.ts";
import type { PeerConnection } from "./peer_connection.ts";

/** SCTP (RFC 9260): first and longest retransmission timeout, ms. */
const SCTP_RETRY = [500, 6_000] as const;

export type Cargo =
  | { readonly kind: "open"; readonly label: string; readonly channel: string }
  | { readonly kind: "data"; readonly channel: string; readonly data: unknown }
  | { readonly kind: "close"; readonly channel: string };

export class Association {
  readonly ends: readonly [PeerConnection, PeerConnection];
  state: "connecting" | "connected" | "dead" = "connecting";
  readonly #streams: readonly [Stream<Cargo>, Stream<Cargo>];
  #shaking = false;

  constructor(ends: readonly [PeerConnection, PeerConnection]) {
    this.ends = ends;
    this.#streams = [this.#streamTo(1), this.#streamTo(0)];
  }

  other(end: PeerConnection): PeerConnection {
    return this.ends[0] === end ? this.ends[1] : this.ends[0];
  }

  /** A new pair is in use: what is stuck is sent again soon. */
  resume(): void {
    const [one] = this.ends;
    for (const stream of this.#streams) stream.hurry(one.chance.between(20, 700));
    this.advance();
  }

  /** Packets may pass: goes on with the handshake. */
  advance(): void {
    const [one, other] = this.ends;
    if (this.state !== "connecting" || this.#shaking) return;
    this.#shaking = true;
    const { network, device } = one.world;
    const roundTripMs = 2 * network.delay(device(one), device(other));
    network.scheduler.after(2 * roundTripMs + one.chance.between(5, 25), () => {
      this.#shaking = false;
      if (this.state !== "connecting" || !one.ice.sends || !other.ice.sends) return;
      this.state = "connected";
      for (const end of this.ends) end.associated();
    });
  }

  send(from: PeerConnection, cargo: Cargo, size = 0): void {
    if (this.state === "connected") this.#streams[this.#index(from)].send(cargo, size);
  }

  stuckBytes(from: PeerConnection): number {
    return this.#streams[this.#index(from)].stuckBytes;
  }

  /** Nothing is ever sent again; only the end where it died knows. */
  die(): void {
    this.state = "dead";
    for (const stream of this.#streams) stream.close();
    for (const end of this.ends) end.refresh();
  }

  /** One end closed: the other's channels close, if a packet can tell. */
  close(by: PeerConnection): void {
    const reaches = this.state === "connected" && by.ice.sends;
    const other = this.other(by);
    this.die();
    if (reaches) {
      const { network, device } = by.world;
      const delayMs = network.delay(device(by), device(other));
      network.scheduler.after(delayMs, () => other.channelsClosed());
    }
  }

  #index(end: PeerConnection): 0 | 1 {
    return this.ends[0] === end ? 0 : 1;
  }

  #streamTo(index: 0 | 1): Stream<Cargo> {
    const [to, from] = [this.ends[index], this.ends[1 - index] as PeerConnection];
    const { network, device } = to.world;
    return new Stream<Cargo>({
      scheduler: network.scheduler,
      passes: () => this.state === "connected" && from.ice.sends,
      delay: () => network.delay(device(from), device(to)),
      deliver: (cargo) => to.receive(cargo),
      retry: SCTP_RETRY,
    });
  }
}

/** The association of a pair's two ends: a new one only for peer connections that never had one. */
export function associate(pair: Pair, of: (ice: Pair["ends"][0]) => PeerConnection): Association {
  const ends = [of(pair.ends[0]), of(pair.ends[1])] as const;
  const known = ends[0].association;
  if (known !== null && known === ends[1].association) return known;
  const made = new Association(ends);
  for (const end of ends) end.association = made;
  return made;
}
