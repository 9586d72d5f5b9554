/** The data channels of one peer connection, made here or by the other end. */
import type { Cargo } from "./association.ts";
import { DataChannel } from "./data_channel.ts";
import type { PeerConnection } from "./peer_connection.ts";

export class Channels {
  /** When something last came over one, ms of virtual time. */
  receivedAt = -Infinity;
  readonly #pc: PeerConnection;
  readonly #byName = new Map<string, DataChannel>();

  constructor(pc: PeerConnection) {
    this.#pc = pc;
  }

  create(label: string): DataChannel {
    const channel = new DataChannel(this.#pc, label, this.#pc.chance.newId());
    this.#byName.set(channel.name, channel);
    this.announce();
    return channel;
  }

  /** Tells the other end of those that wait for an association. */
  announce(): void {
    const { association, actor } = this.#pc;
    if (association?.state !== "connected") return;
    for (const channel of this.#byName.values()) {
      const { label, name } = channel;
      if (channel.readyState !== "connecting") continue;
      association.send(this.#pc, { kind: "open", label, channel: name });
      actor.run(() => channel.opened());
    }
  }

  receive(cargo: Cargo): void {
    this.receivedAt = this.#pc.world.network.scheduler.now;
    const channel = this.#byName.get(cargo.channel);
    if (cargo.kind === "data") channel?.emit("message", { data: cargo.data });
    else if (cargo.kind === "close") channel?.closed();
    else if (channel === undefined) {
      const made = new DataChannel(this.#pc, cargo.label, cargo.channel);
      this.#byName.set(made.name, made);
      this.#pc.emit("datachannel", { channel: made });
      made.opened();
    }
  }

  /** The other end closed: events tell. */
  closed(): void {
    for (const channel of this.#byName.values()) channel.closed();
  }

  /** This end closed: no events (WebRTC 1.0, 4.4.1.7). */
  drop(): void {
    for (const channel of this.#byName.values()) channel.readyState = "closed";
  }
}
