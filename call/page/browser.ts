/** The real browser as the engine's platform: the only place where globals are reached for. */
import { systemClock } from "../../signaling/clock.ts";
import { createDevices } from "../media/devices.ts";
import { watchSpeech } from "../media/speech.ts";
import type { Engine, Platform } from "../platform.ts";
import { createSeatMemory } from "../seat/memory.ts";
import { createKeyMemory } from "../verify/key_memory.ts";
import { chime } from "./chime.ts";
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
    RTCPeerConnection,
    MediaStream,
    devices: createDevices(),
    memory: createSeatMemory(),
    keys: createKeyMemory(),
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
  return /\b(Chrome|Chromium|Edg)\//.test(userAgent) ? "chromium" : "webkit";
}
