/**
 * One's own camera and microphone: asked for, muted, let go. What keeps them alive while they are in
 * use (`keeping.ts`) is loaded once they are there.
 */
import { wishesFor } from "./choices.ts";
import { stopMedia } from "./devices.ts";
import type { Keeper } from "./keeping.ts";
import type { CaptureHandlers, Holding, OwnTracks } from "./holding.ts";
import type { Device } from "../machine/state.ts";
import type { MediaResult, Platform } from "../platform.ts";

export interface Capture {
  tracks(): OwnTracks;
  acquire(): void;
  resume(device: Device): void;
  /** Takes the device that is chosen now. */
  change(device: Device): void;
  setMuted(muted: boolean): void;
  setCameraOff(off: boolean): void;
  /** Front camera to back camera and back, on a phone. */
  flip(): void;
  /** Camera and microphone off; `acquire()` starts again. */
  release(): void;
  stop(): void;
}

export function createCapture(
  platform: Pick<Platform, "devices" | "clock" | "MediaStream" | "loadKeeping">,
  handlers: CaptureHandlers,
): Capture {
  const { devices } = platform;
  let muted = false;
  let cameraOff = false;
  let keeper: Keeper | null = null;

  const holding: Holding = {
    stream: null,
    life: 0,
    tracks() {
      return {
        audio: this.stream?.getAudioTracks()[0] ?? null,
        video: this.stream?.getVideoTracks()[0] ?? null,
      };
    },
    publish() {
      enable();
      const { stream } = this;
      handlers.stream(stream && new platform.MediaStream(stream.getTracks()));
      handlers.tracks(this.tracks());
    },
  };

  function enable(): void {
    const { audio, video } = holding.tracks();
    if (audio !== null) audio.enabled = !muted;
    if (video !== null) video.enabled = !cameraOff;
  }

  async function acquire(): Promise<void> {
    const mine = ++holding.life;
    const result = await askForBoth(() => mine === holding.life);
    if (mine !== holding.life) {
      if (result.ok) stopMedia(result.stream);
      return;
    }
    if (!result.ok) return handlers.failed(result.problem);
    stopMedia(holding.stream);
    holding.stream = result.stream;
    holding.publish();
    handlers.ready();
    withKeeper((keeper) => keeper.begin());
  }

  async function askForBoth(isWanted: () => boolean): Promise<MediaResult> {
    const choices = handlers.choices();
    const [camera, anyCamera = camera] = wishesFor("camera", choices, "user");
    const [microphone, anyMicrophone = microphone] = wishesFor("microphone", choices, "user");
    const result = await devices.acquire({ camera, microphone });
    if (result.ok || !isWanted()) return result;
    // What was chosen is not there, or does not open: another may.
    const hasOther = anyCamera !== camera || anyMicrophone !== microphone;
    const { cause } = result.problem;
    if (!hasOther || (cause !== "none-found" && cause !== "in-use")) return result;
    return await devices.acquire({ camera: anyCamera, microphone: anyMicrophone });
  }

  /** For want of a network it may not be there yet: the next one that needs it tries again. */
  function withKeeper(act: (keeper: Keeper) => void): void {
    platform.loadKeeping().then(({ createKeeper }) => {
      keeper ??= createKeeper(platform, { holding, wishesFor, ...handlers });
      if (holding.stream !== null) act(keeper);
    }, () => {});
  }

  const unwatch = devices.onChange(() => withKeeper((keeper) => void keeper.look()));

  return {
    tracks: () => holding.tracks(),
    acquire: () => void acquire(),
    resume: (device) => withKeeper((keeper) => void keeper.resume(device)),
    change: (device) => withKeeper((keeper) => void keeper.change(device)),
    flip: () => withKeeper((keeper) => void keeper.flip()),
    setMuted(value) {
      muted = value;
      enable();
    },
    setCameraOff(off) {
      cameraOff = off;
      enable();
    },
    release() {
      holding.life += 1;
      stopMedia(holding.stream);
      holding.stream = null;
      holding.publish();
    },
    stop() {
      this.release();
      unwatch();
    },
  };
}
