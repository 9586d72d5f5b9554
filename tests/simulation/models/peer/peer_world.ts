/** What the peer connections of a life share, and what each is made of. */
import type { Actor } from "../actor.ts";
import type { Device, Network } from "../network.ts";
import type { Chance } from "../random.ts";
import type { Habits } from "./habits.ts";
import type { Ice, IceWorld } from "./ice.ts";
import type { PeerConnection } from "./peer_connection.ts";

export interface PeerWorld {
  readonly network: Network;
  readonly ice: IceWorld;
  readonly byIce: Map<Ice, PeerConnection>;
  device(pc: PeerConnection): string;
}

export interface PeerOptions {
  readonly world: PeerWorld;
  readonly actor: Actor;
  readonly device: Device;
  readonly chance: Chance;
  readonly habits: Habits;
}
