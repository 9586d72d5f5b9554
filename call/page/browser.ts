/** The real browser as the engine's platform: the only place where globals are reached for. */
import { systemClock } from "../../signaling/clock.ts";
import { createChoiceMemory, createDevices } from "../media/devices.ts";
import type { Engine, Platform } from "../platform.ts";
import { createSeatMemory } from "../seat/memory.ts";
import { createKeyMemory } from "../verify/key_memory.ts";
import { onClosing, onNetworkHint } from "./hints.ts";
import { randomId } from "./random_id.ts";

/** The platform of the page this runs in. */
export function browserPlatform(): Platform {
  return {
    clock: systemClock,
    random: Math.random,
    newId: randomId,
    engine: engineOf(navigator.userAgent),
    WebSocket,
    fetch: (input, init) => fetch(input, init),
    connect: (configuration) => new RTCPeerConnection(configuration),
    MediaStream,
    devices: createDevices(),
    loadKeeping: () => import("../media/keeping.ts"),
    loadUpkeep: () => import("./upkeep.ts"),
    choices: createChoiceMemory(),
    memory: createSeatMemory(),
    keys: createKeyMemory(),
    openFiles: async () => (await import("../files/disk.ts")).openDisk(),
    locks: navigator.locks,
    page: { onNetworkHint, onClosing },
    chime: () => void chime().catch(() => undefined),
    watchSpeech: globalThis.AudioContext === undefined ? () => () => {} : watchSpeech,
    reportBug: (what, error) => console.error(`Duet: ${what}`, error),
  };
}

/** Which engine this is; habits differ, and no feature test tells them (`recovery/`). */
export function engineOf(userAgent: string): Engine {
  if (/\bFirefox\//.test(userAgent)) return "firefox";
  return /(Chrome|Chromium|Edg)\//.test(userAgent) ? "chromium" : "webkit";
}

/** Sounds are loaded when there is something to hear: nobody needs them to join. */
async function chime(): Promise<void> {
  const { chime } = await import("./chime.ts");
  await chime();
}

function watchSpeech(track: MediaStreamTrack, speaking: (yes: boolean) => void): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  import("../media/speech.ts").then(({ watchSpeech }) => {
    if (!isOver) stop = watchSpeech(track, speaking);
    // Not loaded, for want of a network: the hint is missed, nothing else.
  }).catch(() => undefined);
  return () => {
    isOver = true;
    stop?.();
  };
}
