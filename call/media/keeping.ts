/**
 * Keeps camera and microphone alive during a call. A track that ends (unplugged, permission taken
 * back) is replaced by the next device; one that goes silent (a phone call, sleep) is asked for
 * again; a chosen device that is plugged in again takes its place back. Only when there is nothing to
 * be had does the person hear of it.
 */
import type { Wishes, wishesFor } from "./choices.ts";
import { findChosen } from "./found.ts";
import type { CaptureHandlers, Holding } from "./holding.ts";
import type { Device } from "../machine/state.ts";
import type { Facing, Listed, Platform } from "../platform.ts";

/** A live track may be muted by the system for a moment (device switch): look again after, ms. */
const SILENT_MS = 1_500;
const DEVICES = ["camera", "microphone"] as const;

export interface KeeperOptions
  extends Pick<CaptureHandlers, "choices" | "camera" | "listed" | "notice"> {
  readonly holding: Holding;
  /** Handed in, for it is loaded before. */
  readonly wishesFor: typeof wishesFor;
}

export interface Keeper {
  /** Camera and microphone were asked for and are there. */
  begin(): void;
  /** Other devices may be plugged in than before. */
  look(): Promise<void>;
  /** Asks again for one that is lost or silent. */
  resume(device: Device): Promise<void>;
  /** Takes the device that is chosen now. */
  change(device: Device): Promise<void>;
  flip(): Promise<void>;
}

export function createKeeper(
  { devices, clock }: Pick<Platform, "devices" | "clock">,
  { holding, wishesFor, choices, ...tell }: KeeperOptions,
): Keeper {
  let facing: Facing = "user";
  let listed: readonly Listed[] = [];
  /** Counts the askings for each: only the last one's answer is used. */
  const asked = { camera: 0, microphone: 0 };

  function trackOf(device: Device): MediaStreamTrack | null {
    return holding.tracks()[device === "camera" ? "video" : "audio"];
  }

  function wishes(device: Device, towards = facing): Wishes {
    const wanted = choices();
    const found = findChosen(listed, device, wanted[device]) ?? wanted[device];
    return wishesFor(device, { ...wanted, [device]: found }, towards);
  }

  /** Asks with one wish after the other; `undefined`: what comes of it is not wanted any more. */
  async function open(
    device: Device,
    wished = wishes(device),
  ): Promise<MediaStreamTrack | null | undefined> {
    const [mine, life] = [++asked[device], holding.life];
    for (const wish of wished) {
      const track = await devices.acquireOne(device, wish);
      if (mine !== asked[device] || life !== holding.life) {
        track?.stop();
        return undefined;
      }
      if (track !== null) return track;
    }
    return null;
  }

  function tellCamera(): void {
    const looks = trackOf("camera")?.getSettings().facingMode;
    if (looks !== undefined) facing = looks === "environment" ? "environment" : "user";
    const cameras = listed.filter(({ kind }) => kind === "camera");
    tell.camera({ facing, canFlip: devices.isHandheld() && cameras.length > 1 });
  }

  function watch(track: MediaStreamTrack, device: Device): void {
    track.onended = () => void replace(track, device);
    track.onmute = () => {
      clock.after(SILENT_MS, () => {
        const isSilent = track.muted && track.readyState === "live";
        if (isCurrent(track) && isSilent) void revive(track, device);
      });
    };
    track.onunmute = () => {
      if (isCurrent(track)) tell.notice(device, null);
    };
  }

  function isCurrent(track: MediaStreamTrack): boolean {
    return holding.stream?.getTracks().includes(track) ?? false;
  }

  function swap(device: Device, after: MediaStreamTrack): void {
    const before = trackOf(device);
    if (before !== null) {
      before.onended = before.onmute = before.onunmute = null;
      holding.stream?.removeTrack(before);
      before.stop();
    }
    holding.stream?.addTrack(after);
    watch(after, device);
    holding.publish();
    if (device === "camera") tellCamera();
  }

  /** The device went away: take the next one. */
  async function replace(dead: MediaStreamTrack, device: Device): Promise<void> {
    if (!isCurrent(dead)) return;
    const next = await open(device);
    if (next === undefined) return;
    if (next === null) return await lose(device);
    swap(device, next);
    tell.notice(device, { kind: "device-replaced", device, label: next.label });
  }

  /** There is none to be had. */
  async function lose(device: Device): Promise<void> {
    const dead = trackOf(device);
    if (dead !== null) holding.stream?.removeTrack(dead);
    holding.publish();
    const denied = await devices.permission(device) === "denied";
    tell.notice(device, { kind: denied ? "permission-revoked" : "device-lost", device });
  }

  /** The device is there and silent: ask for it again, else offer a button. */
  async function revive(silent: MediaStreamTrack, device: Device): Promise<void> {
    const next = await open(device);
    if (next === undefined || !isCurrent(silent)) return next?.stop();
    if (next === null || next.muted) {
      next?.stop();
      return tell.notice(device, { kind: "device-silent", device });
    }
    swap(device, next);
    tell.notice(device, null);
  }

  async function resume(device: Device): Promise<void> {
    const next = await open(device);
    if (next === undefined || next === null) return;
    swap(device, next);
    tell.notice(device, null);
  }

  /**
   * What works goes on until the chosen one is there, and if it is not to be had. But phones open one
   * camera at a time: there the old one is stopped first.
   */
  async function change(device: Device, wished = wishes(device)): Promise<void> {
    const before = trackOf(device);
    if (before !== null && device === "camera" && devices.isHandheld()) {
      before.onended = null;
      before.stop();
    }
    const next = await open(device, before?.readyState === "live" ? [wished[0]] : wished);
    if (next === undefined || (next === null && before?.readyState === "live")) return;
    if (next === null) return await lose(device);
    swap(device, next);
    tell.notice(device, null);
  }

  /** What is plugged in heals what was lost, and what was chosen takes its place, without a word. */
  async function look(): Promise<void> {
    const before = listed;
    const now = await devices.list();
    listed = now;
    tell.listed(now);
    tellCamera();
    if (holding.stream === null) return;
    for (const device of DEVICES) {
      const track = trackOf(device);
      const choice = choices()[device];
      const found = findChosen(now, device, choice);
      // Once for each time it comes: whichever the browser gives then is kept.
      const isBack = found !== undefined && findChosen(before, device, choice) === undefined;
      if (track === null) void resume(device);
      else if (isBack && track.getSettings().deviceId !== found.id) void change(device);
    }
  }

  return {
    begin() {
      facing = "user";
      for (const device of DEVICES) {
        const track = trackOf(device);
        if (track === null) continue;
        watch(track, device);
        if (track.readyState === "ended") void replace(track, device);
      }
      void look();
    },
    look,
    resume,
    change: (device) => change(device),
    async flip() {
      if (trackOf("camera") === null) return;
      const wanted: Facing = facing === "user" ? "environment" : "user";
      await change("camera", [...wishes("camera", wanted), ...wishes("camera")]);
    },
  };
}
