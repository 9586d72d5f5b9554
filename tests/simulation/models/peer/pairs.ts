/** Candidate pairs (RFC 8445, 6.1.2): which of them would work now, straight or by the relay. */
import type { Network } from "../network.ts";
import type { Ice } from "./ice.ts";

/** Two peer connections that found a way to each other. */
export interface Pair {
  readonly ends: readonly [Ice, Ice];
  readonly addresses: readonly [string, string];
  readonly ufrags: readonly [string, string];
  readonly relayed: boolean;
}

/** The way that checks of these two would find now; `null`: none. Their generations must fit. */
export function findPair(ends: Pair["ends"], network: Network): Pair | null {
  const [one, other] = ends;
  const ufrags = [one.local?.ufrag ?? "", other.local?.ufrag ?? ""] as const;
  const [here, there] = [one.device, other.device];
  const direct = [one.address, other.address] as const;
  if (network.direct && network.answers(here, there) && knowEachOther(ends, direct)) {
    return { ends, addresses: direct, ufrags, relayed: false };
  }
  const relayed = [one.relayAddress, other.relayAddress] as const;
  const isRelayed = network.relays(here, there) && network.relays(there, here);
  if (!isRelayed || !knowEachOther(ends, relayed)) return null;
  return { ends, addresses: relayed, ufrags, relayed: true };
}

/** Whether a packet of `from` arrives over the pair, or (`answered`) its answer as well. */
export function carries(
  { ends: [one, other], addresses, relayed }: Pair,
  from: Ice,
  { network, answered }: { readonly network: Network; readonly answered: boolean },
): boolean {
  if (one.closed || other.closed) return false;
  const now = relayed ? [one.relayAddress, other.relayAddress] : [one.address, other.address];
  if (addresses[0] !== now[0] || addresses[1] !== now[1]) return false;
  const [mine, theirs] = from === one ? [one.device, other.device] : [other.device, one.device];
  const passes = (a: string, b: string) => relayed ? network.relays(a, b) : network.passes(a, b);
  return passes(mine, theirs) && (!answered || passes(theirs, mine));
}

/** Whether both have these addresses, and one of them was told the other's. */
function knowEachOther([one, other]: Pair["ends"], [mine, theirs]: Pair["addresses"]): boolean {
  if (!one.local?.addresses.has(mine) || !other.local?.addresses.has(theirs)) return false;
  return (one.remote?.addresses.has(theirs) || other.remote?.addresses.has(mine)) ?? false;
}
