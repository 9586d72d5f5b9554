/** Every state the screens can be in, by name. */
import type { CallState, Device, MediaCause } from "../../call/machine/state.ts";
import type { ChatText, Figures, Notice } from "../../call/view.ts";
import type { Kept } from "../../call/recording/parts.ts";
import type { RecordingScene } from "./fake_extras.ts";
import type { Scene } from "./fake_view.ts";
import { fileScenes } from "./files.ts";

const ROOM = "sunny-harbor";
const SEAT = { room: ROOM, seat: { is: "kept" } } as const;
const SEATED = {
  ...SEAT,
  peer: { session: "session-of-friend", holder: "holder-of-friend" },
  away: false,
  link: { id: "connection-1", ours: true, agreed: true, stale: false },
} as const;
const TWELVE_MINUTES_MS = 754_000;
const SINCE = Date.now() - TWELVE_MINUTES_MS;

const CONNECTED: CallState = {
  name: "connected",
  since: SINCE,
  weak: false,
  newcomer: null,
  ...SEATED,
};

const FIGURES: Figures = {
  mark: "good",
  roundTripMs: 38,
  lossShare: 0.004,
  receivedBps: 1_420_000,
  sentBps: 1_310_000,
  width: 1280,
  height: 720,
  framesPerSecond: 30,
  videoCodec: "VP9",
  audioCodec: "Opus",
  route: "direct",
};

const RECIPE: ChatText = {
  id: 2,
  delivery: "delivered",
  from: "friend",
  text: "Here is the recipe: https://example.org/cakes/apple?size=large, tell me what you think.",
  at: SINCE + 300_000,
};

const TEXTS: readonly ChatText[] = [
  {
    id: 0,
    delivery: "delivered",
    from: "friend",
    text: "Can you hear me now?",
    at: SINCE + 60_000,
  },
  { id: 1, delivery: "delivered", from: "me", text: "Loud and clear 🙂", at: SINCE + 75_000 },
  RECIPE,
  {
    id: 3,
    delivery: "sent",
    from: "me",
    text: "Thanks!\nI’ll bake it on Sunday.",
    at: SINCE + 330_000,
  },
];

const EMOJI: readonly ChatText[] = [
  { id: 4, delivery: "delivered", from: "me", text: "🍎🥧", at: SINCE + 340_000 },
  { id: 5, delivery: "delivered", from: "friend", text: "❤️", at: SINCE + 345_000 },
];

const UNDELIVERED: readonly ChatText[] = TEXTS.map((text) => ({
  ...text,
  delivery: text.from === "me" ? "undelivered" : "delivered",
}));

/** As many as a friend with a script may send. */
const LONG_THREAD: readonly ChatText[] = Array.from({ length: 1_000 }, (_, index) => ({
  id: index,
  delivery: "delivered",
  from: index % 3 === 0 ? "me" : "friend",
  text: `Message ${index + 1}`,
  at: SINCE + index,
}));

interface BlockedOptions {
  readonly devices?: readonly Device[];
  readonly retrying?: boolean;
}

function blocked(cause: MediaCause, options: BlockedOptions = {}): Scene {
  const { devices = [], retrying = false } = options;
  const problem = { cause, devices };
  return { state: { name: "blocked", then: { room: "", enter: false }, problem, retrying } };
}

function full(retryInMs: number | null, autoRetry: boolean, firstInLine = false): Scene {
  return {
    state: {
      name: "full",
      room: ROOM,
      retryInMs,
      firstInLine,
      autoRetry,
      attempt: 1,
      request: null,
      offered: null,
    },
  };
}

function connecting(noPath: boolean): Scene {
  return { state: { name: "connecting", noPath, asking: false, ...SEATED } };
}

function reconnecting(because: "network" | "away", online = true): Scene {
  return {
    state: {
      name: "reconnecting",
      since: SINCE,
      noPath: false,
      newcomer: null,
      ...SEATED,
      away: because === "away",
    },
    online,
    figures: { ...FIGURES, mark: "poor" },
  };
}

function noticed(...notices: Notice[]): Scene {
  return { state: CONNECTED, figures: FIGURES, notices };
}

const RECORDING: Kept = {
  id: "1.webm",
  startedAt: SINCE,
  lengthMs: TWELVE_MINUTES_MS,
  isSaved: false,
};

function recorded(recording: RecordingScene): Scene {
  return { state: CONNECTED, figures: FIGURES, extras: { recording } };
}

export const SCENES: Readonly<Record<string, Scene>> = {
  "permission": { state: { name: "permission", then: { room: "", enter: false } }, online: false },
  "blocked-refused": blocked("refused"),
  "blocked-no-camera": blocked("none-found", { devices: ["camera"] }),
  "blocked-in-use": blocked("in-use", { devices: ["microphone"], retrying: true }),
  "blocked-by-system": blocked("blocked-by-system"),
  "blocked-insecure": blocked("insecure"),
  "prompt": { state: { name: "prompt", room: "", notice: null } },
  "prompt-blank": {
    state: { name: "prompt", room: "", notice: { kind: "bad-name", problem: "blank" } },
  },
  "prompt-cancelled": { state: { name: "prompt", room: "", notice: { kind: "cancelled" } } },
  "prompt-invited": {
    state: { name: "prompt", room: "Семейный ужин & вечер", notice: null },
  },
  "prompt-too-many": {
    state: { name: "prompt", room: ROOM, notice: { kind: "too-many", retryInMs: 8_000 } },
  },
  "prompt-camera-off": {
    state: { name: "prompt", room: ROOM, notice: null },
    controls: { cameraOff: true },
  },
  "prompt-guessable": {
    state: { name: "prompt", room: "Kitchen", notice: { kind: "unavailable" } },
  },
  "prompt-device-missing": {
    state: { name: "prompt", room: ROOM, notice: null },
    controls: { muted: true },
    choices: { microphone: { id: "id-gone", label: "USB microphone" } },
  },
  "joining": {
    state: { name: "joining", room: ROOM, request: null, offered: null, returning: false },
    online: false,
  },
  "full": full(12_000, false),
  "full-auto": full(null, true),
  "full-first-in-line": full(5_000, true, true),
  "waiting-first": {
    state: { name: "waiting", because: "first", ...SEAT, peer: null, newcomer: null },
  },
  "waiting-left": {
    state: {
      name: "waiting",
      because: "left",
      ...SEAT,
      room: "Семейный ужин & вечер",
      peer: null,
      newcomer: null,
    },
    controls: { muted: true },
  },
  "waiting-dropped": {
    state: { name: "waiting", because: "dropped", ...SEAT, peer: null, newcomer: null },
    online: false,
  },
  "waiting-asked": {
    state: {
      ...{ name: "waiting", because: "first", ...SEAT, room: "Kitchen", peer: null },
      newcomer: {
        session: "session-of-other",
        holder: "holder-of-other",
        offer: null,
        candidates: [],
      },
    },
  },
  "connecting-asking": {
    state: { name: "connecting", noPath: false, ...SEATED, asking: true },
  },
  "connected-verify": {
    state: CONNECTED,
    figures: FIGURES,
    verification: { is: "comparing", code: [0, 12, 31, 45, 63], said: false },
  },
  "connected-verify-silent": {
    state: CONNECTED,
    figures: FIGURES,
    verification: { is: "silent" },
  },
  "connected-verified": {
    state: CONNECTED,
    figures: FIGURES,
    verification: { is: "verified", inherited: true },
  },
  "connected-unproven": { state: CONNECTED, figures: FIGURES, verification: { is: "unproven" } },
  "connected-newcomer": {
    state: {
      ...CONNECTED,
      newcomer: {
        session: "session-of-other",
        holder: "holder-of-other",
        offer: null,
        candidates: [],
      },
    },
    figures: FIGURES,
  },
  "connecting": connecting(false),
  "connecting-no-path": connecting(true),
  "connected": { state: CONNECTED, figures: FIGURES },
  "connected-weak": {
    state: { ...CONNECTED, weak: true },
    figures: { ...FIGURES, mark: "fair" },
    friend: { muted: true, videoPaused: true },
    controls: { muted: true, cameraOff: true },
    online: false,
  },
  "connected-lone-dark": { state: CONNECTED, figures: FIGURES, controls: { cameraOff: true } },
  "connected-friend-dark": {
    state: CONNECTED,
    figures: FIGURES,
    friend: { muted: true, cameraOff: true },
  },
  "connected-notices": noticed(
    { kind: "device-lost", device: "camera" },
    { kind: "speaking-while-muted" },
    { kind: "tap-to-hear" },
  ),
  "connected-devices": noticed(
    { kind: "device-replaced", device: "microphone", label: "USB headset" },
    { kind: "device-silent", device: "camera" },
    { kind: "permission-revoked", device: "microphone" },
    { kind: "video-paused" },
  ),
  "connected-news": noticed({ kind: "outdated" }, { kind: "new-person" }),
  "connected-flooded": noticed({ kind: "texts-dropped" }),
  "connected-undelivered": { state: CONNECTED, figures: FIGURES, texts: UNDELIVERED },
  "connected-texts": { state: CONNECTED, figures: FIGURES, texts: TEXTS },
  "connected-new-text": {
    state: CONNECTED,
    figures: FIGURES,
    texts: TEXTS.slice(0, 2),
    newText: RECIPE,
  },
  "connected-sharing": {
    state: CONNECTED,
    figures: FIGURES,
    extras: { isShared: true, shareProblem: "sound-left-out" },
  },
  "connected-friends-screen": { state: CONNECTED, figures: FIGURES, friendShares: true },
  "connected-friends-screen-dark": {
    state: CONNECTED,
    figures: FIGURES,
    friendShares: true,
    friend: { cameraOff: true },
    extras: { isShared: true },
  },
  "reconnecting-friends-screen": { ...reconnecting("network"), friendShares: true },
  "connected-back-camera": {
    state: CONNECTED,
    figures: FIGURES,
    camera: { facing: "environment", canFlip: true },
  },
  "connected-phone": {
    state: CONNECTED,
    figures: FIGURES,
    camera: { facing: "user", canFlip: true },
    texts: TEXTS,
  },
  "connected-early": { state: CONNECTED, figures: FIGURES, extras: null },
  "connected-reactions": {
    state: CONNECTED,
    figures: FIGURES,
    extras: {
      reactions: [
        { id: 0, from: "friend", sign: "🎉" },
        { id: 1, from: "friend", sign: "😂" },
        { id: 2, from: "me", sign: "❤️" },
      ],
    },
  },
  "connected-writing": {
    state: CONNECTED,
    figures: FIGURES,
    texts: [...TEXTS, ...EMOJI],
    extras: { friendWrites: true },
  },
  "connected-silent": noticed(
    { kind: "silent-hop", hop: "microphone", direction: "to-friend" },
    { kind: "silent-hop", hop: "picture-black", direction: "from-friend" },
  ),
  "connected-silent-friend": noticed(
    { kind: "silent-hop", hop: "sound-blocked", direction: "to-friend" },
    { kind: "silent-hop", hop: "microphone", direction: "from-friend" },
  ),
  "connected-lost": noticed(
    { kind: "silent-hop", hop: "voice-lost", direction: "from-friend" },
    { kind: "silent-hop", hop: "picture-lost", direction: "to-friend" },
  ),
  "connected-long-thread": { state: CONNECTED, figures: FIGURES, texts: LONG_THREAD },
  "waiting-texts": {
    state: { name: "waiting", because: "left", ...SEAT, peer: null, newcomer: null },
    camera: { facing: "user", canFlip: true },
    texts: TEXTS,
  },
  "connected-recording": recorded({ own: { is: "on", since: SINCE } }),
  "connected-recording-asking": recorded({ own: { is: "asking" } }),
  "connected-friend-recording": recorded({ isFriends: true }),
  "connected-both-recording": recorded({ isFriends: true, own: { is: "on", since: SINCE } }),
  "connected-recording-full": recorded({ news: "disk-full", kept: [RECORDING] }),
  "connected-recording-saved": recorded({ kept: [{ ...RECORDING, isSaved: true }] }),
  "connected-recording-unseen": recorded({ news: "unseen" }),
  "waiting-recording": {
    state: { name: "waiting", because: "dropped", ...SEAT, peer: null, newcomer: null },
    extras: { recording: { kept: [RECORDING] } },
  },
  ...fileScenes({ connected: noticed(), reconnecting: reconnecting("network") }),
  "reconnecting": reconnecting("network"),
  "reconnecting-away": reconnecting("away", false),
  "ended": { state: { name: "ended", room: ROOM, because: "left", lastedMs: TWELVE_MINUTES_MS } },
  "ended-recording": {
    state: { name: "ended", room: ROOM, because: "left", lastedMs: TWELVE_MINUTES_MS },
    extras: { recording: { news: "call-over", kept: [RECORDING] } },
  },
  "ended-refused": {
    state: { name: "ended", room: ROOM, because: "refused", lastedMs: null },
  },
  "ended-forged": {
    state: { name: "ended", room: ROOM, because: "forged", lastedMs: TWELVE_MINUTES_MS },
  },
  "ended-elsewhere": {
    state: { name: "ended", room: ROOM, because: "elsewhere", lastedMs: null },
  },
};
