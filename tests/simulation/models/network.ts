/**
 * Devices, addresses and wires. Each direction of each wire can be cut and slowed on its own; a
 * device can lose its link, change its address, or sleep.
 */
import type { Scheduler } from "./clock.ts";

/** The one name of all server instances on the network. */
export const SERVER = "server";

/** Somebody's machine. */
export class Device {
  /** Counts address changes: what was bound to an older address is dead for good. */
  address = 1;
  /** Since when it has this one, ms of virtual time. */
  movedAt = -Infinity;
  linkUp = true;
  /** The lid is closed: nothing runs, nothing answers. */
  asleep = false;
  constructor(readonly name: string) {}
}

/** The address it has now. */
export function addressOf({ name, address }: Device): string {
  return `${name}.${address}`;
}

export interface Conditions {
  /** One way, ms. */
  readonly delayMs: number;
  /** Whether two devices find a way to each other without a relay. */
  readonly direct: boolean;
  /** Whether a relay (TURN) stands beside the server. */
  readonly relay: boolean;
}

export class Network {
  readonly scheduler: Scheduler;
  readonly direct: boolean;
  readonly relay: boolean;
  /** Sees every frame of every socket that arrives; for telling a life in full. */
  tap: ((to: string, frame: unknown) => void) | null = null;
  readonly #devices = new Map<string, Device>();
  readonly #cuts = new Map<string, number>();
  readonly #slow = new Map<string, number>();
  readonly #delayMs: number;
  readonly #listeners = new Set<() => void>();

  constructor(scheduler: Scheduler, { delayMs, direct, relay }: Conditions) {
    this.scheduler = scheduler;
    this.#delayMs = delayMs;
    this.direct = direct;
    this.relay = relay;
  }

  device(name: string): Device {
    const known = this.#devices.get(name);
    if (known !== undefined) return known;
    const made = new Device(name);
    this.#devices.set(name, made);
    return made;
  }

  /** Whether a packet sent now arrives. */
  passes(from: string, to: string): boolean {
    return this.#isOn(from) && this.#isOn(to) && !this.#cuts.has(wire(from, to));
  }

  /** Whether a packet and its answer arrive. */
  answers(from: string, to: string): boolean {
    return this.passes(from, to) && this.passes(to, from);
  }

  /** Whether a packet sent now arrives by way of the relay. */
  relays(from: string, to: string): boolean {
    return this.relay && this.passes(from, SERVER) && this.passes(SERVER, to);
  }

  /** One way, ms. */
  delay(from: string, to: string): number {
    return this.#delayMs + (this.#slow.get(wire(from, to)) ?? 0);
  }

  /** Cuts one direction; as often as it is cut it must be mended. */
  cut(from: string, to: string): void {
    const name = wire(from, to);
    this.#cuts.set(name, (this.#cuts.get(name) ?? 0) + 1);
    this.#tell();
  }

  mend(from: string, to: string): void {
    const name = wire(from, to);
    const left = (this.#cuts.get(name) ?? 0) - 1;
    if (left > 0) this.#cuts.set(name, left);
    else this.#cuts.delete(name);
    this.#tell();
  }

  /** Adds to the delay of one direction, ms; negative takes it back. */
  slow(from: string, to: string, ms: number): void {
    const name = wire(from, to);
    this.#slow.set(name, (this.#slow.get(name) ?? 0) + ms);
  }

  /** Changes a device and tells whatever depends on paths. */
  change(device: Device, change: Partial<Pick<Device, "address" | "linkUp" | "asleep">>): void {
    if (change.address !== undefined) device.movedAt = this.scheduler.now;
    Object.assign(device, change);
    this.#tell();
  }

  /** Calls `changed` whenever a path may have come or gone. @returns the disposer */
  onChange(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #isOn(name: string): boolean {
    const device = this.#devices.get(name);
    return device === undefined || (device.linkUp && !device.asleep);
  }

  #tell(): void {
    for (const changed of [...this.#listeners]) changed();
  }
}

function wire(from: string, to: string): string {
  return `${from}>${to}`;
}
