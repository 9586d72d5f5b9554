/** Camera and microphone of one machine. */
import type { Device, MediaProblem } from "../../../../call/machine/state.ts";
import type { Devices } from "../../../../call/platform.ts";
import type { Actor } from "../actor.ts";
import type { Chance } from "../random.ts";
import { type Kind, Stream, Track } from "../tracks.ts";

/** Opening a device takes this long, ms. */
const OPEN_MS = [5, 60] as const;

/** The hardware: shared by every page on the machine. */
export class Hardware {
  readonly present: Record<Device, boolean> = { camera: true, microphone: true };
  readonly #open = new Set<Track>();
  readonly #listeners = new Set<() => void>();

  /** Unplugs: tracks end, and pages are told that the list changed. */
  lose(device: Device): void {
    this.present[device] = false;
    for (const track of [...this.#open]) {
      if (deviceOf(track.kind) !== device) continue;
      this.#open.delete(track);
      track.end();
    }
    this.#tell();
  }

  find(device: Device): void {
    this.present[device] = true;
    this.#tell();
  }

  open(kind: Kind, chance: Chance): Track {
    const track = new Track(chance.newId(), kind);
    this.#open.add(track);
    return track;
  }

  onChange(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #tell(): void {
    for (const changed of [...this.#listeners]) changed();
  }
}

export function pageDevices(hardware: Hardware, actor: Actor, chance: Chance): Devices {
  function open(kind: Kind): Track {
    const track = hardware.open(kind, chance);
    // Events of the device reach the page's scripts only while they run.
    const emit = track.emit.bind(track);
    track.emit = (type, event) => actor.run(() => emit(type, event));
    return track;
  }

  function problem(): MediaProblem | null {
    const missing = (["camera", "microphone"] as const).filter((one) => !hardware.present[one]);
    return missing.length === 0 ? null : { cause: "none-found", devices: missing };
  }

  return {
    acquire: () =>
      actor.answer(chance.between(...OPEN_MS), () => {
        const wrong = problem();
        if (wrong !== null) return { ok: false, problem: wrong } as const;
        const stream = new Stream([open("audio"), open("video")]);
        return { ok: true, stream: stream as unknown as MediaStream } as const;
      }),
    acquireOne: (device) =>
      actor.answer(chance.between(...OPEN_MS), () => {
        if (!hardware.present[device]) return null;
        return open(device === "camera" ? "video" : "audio") as unknown as MediaStreamTrack;
      }),
    permission: () => actor.answer(1, () => "granted" as const),
    list: () => actor.answer(1, () => []),
    isHandheld: () => false,
    onChange: (changed) => hardware.onChange(() => actor.run(changed)),
  };
}

function deviceOf(kind: Kind): Device {
  return kind === "video" ? "camera" : "microphone";
}
