/** Two pages that hear and see each other as far as the test lets them, for `call/hearing/`. */
import { signal } from "@preact/signals";
import type { Connection } from "../../call/connection/connection.ts";
import type { Notice } from "../../call/facts.ts";
import { createHearing, type HearingContext } from "../../call/hearing/hearing.ts";
import { FakePeerConnection, FakeTrack } from "./peer_connection.ts";
import { fakeBrowser } from "./platform.ts";

/** Levels of 0…1: a voice, and a room in which nobody speaks. */
export const VOICE = 0.1;
export const ROOM = 0.001;

/** What may be wrong with one page, its devices and the way from it. */
export interface Condition {
  /** Level of the microphone. */
  microphone: number;
  /** Firefox does not tell it. */
  tellsLevel: boolean;
  /** Whether the device gives anything at all. */
  gives: boolean;
  /** Frames of the camera, and those the line has room for, per second. */
  camera: number;
  sends: number;
  /** Which of its packets arrive. */
  voiceArrives: boolean;
  pictureArrives: boolean;
  /** What arrives is decoded to silence all the same. */
  isSwallowed: boolean;
  isBlack: boolean;
  plays: boolean | null;
  isSeen: boolean;
  muted: boolean;
  cameraOff: boolean;
}

const WELL: Condition = {
  microphone: VOICE,
  tellsLevel: true,
  gives: true,
  camera: 30,
  sends: 30,
  voiceArrives: true,
  pictureArrives: true,
  isSwallowed: false,
  isBlack: false,
  plays: true,
  isSeen: true,
  muted: false,
  cameraOff: false,
};

interface Side {
  readonly condition: Condition;
  readonly notices: Map<string, Notice>;
  /** Bodies it said, oldest first. */
  readonly said: Readonly<Record<string, unknown>>[];
  readonly hearing: ReturnType<typeof createHearing>;
  /** What it is told of, in words. */
  told(): string[];
}

export function twoPages() {
  const { clock, platform } = fakeBrowser();
  const conditions = [{ ...WELL }, { ...WELL }] as const;
  let isConnected = true;

  function make(index: 0 | 1): Side & { readonly connection: Connection } {
    const condition = conditions[index];
    const friend = conditions[index === 0 ? 1 : 0];
    const notices = new Map<string, Notice>();
    const said: Readonly<Record<string, unknown>>[] = [];
    const pc = countingConnection({ own: condition, friend, now: () => clock.monotonic() });
    const tracks = {
      audio: Object.assign(new FakeTrack("audio"), { id: "microphone" }),
      video: Object.assign(new FakeTrack("video"), { id: "camera" }),
    };
    pc.transceivers.forEach((each, lane) => {
      const mid = String(lane);
      Object.assign(each, { mid });
      each.sender.track = lane === 0 ? tracks.audio : tracks.video;
    });
    const context = {
      platform,
      own: {
        capture: { tracks: () => tracks },
        controls: {
          peek: () => ({ muted: condition.muted, cameraOff: condition.cameraOff }),
        },
      },
      remote: signal({}),
      notices: {
        set(topic: string, notice: Notice | null) {
          if (notice === null) notices.delete(topic);
          else notices.set(topic, notice);
        },
      },
      say(_of: string, body: Readonly<Record<string, unknown>>) {
        if (!isConnected) return false;
        said.push(body);
        pages[index === 0 ? 1 : 0]?.hearing.receive?.(JSON.parse(JSON.stringify(body)));
        return true;
      },
    } as unknown as HearingContext;
    const hearing = createHearing(context, {
      playsSound: () => condition.plays,
      isBlack: () => friend.isBlack,
      isSeen: () => condition.isSeen,
    });
    const connection = {
      pc,
      get hasPath() {
        return isConnected;
      },
    } as unknown as Connection;
    const told = () => [...notices.values()].map(inWords);
    return { condition, notices, said, hearing, told, connection };
  }

  const pages: [ReturnType<typeof make>, ReturnType<typeof make>] = [make(0), make(1)];
  for (const { hearing, connection } of pages) {
    hearing.with?.("friend");
    hearing.follow?.(connection);
    hearing.opened?.();
  }
  return { clock, pages, cut: () => isConnected = false };
}

function inWords(notice: Notice): string {
  return notice.kind === "silent-hop" ? `${notice.hop} ${notice.direction}` : notice.kind;
}

interface CountOptions {
  readonly own: Condition;
  readonly friend: Condition;
  readonly now: () => number;
}

/** Counts as a browser does, from what both conditions were since it was last asked. */
function countingConnection({ own, friend, now }: CountOptions): FakePeerConnection {
  const pc = new FakePeerConnection();
  pc.addTransceiver("audio", { direction: "sendrecv" });
  pc.addTransceiver("video", { direction: "sendrecv" });
  const sums = { own: 0, voice: 0, made: 0, sent: 0, spoken: 0, packets: 0, frames: 0 };
  let countedAt = now();
  pc.getStats = () => {
    const seconds = (now() - countedAt) / 1_000;
    countedAt = now();
    // Chromium decodes nothing for a player that stands still.
    const isDecoded = !friend.isSwallowed && own.plays !== false;
    const arrives = friend.voiceArrives && isDecoded && !friend.muted;
    sums.own += (own.muted ? 0 : own.microphone) ** 2 * seconds;
    sums.voice += (arrives ? friend.microphone : 0) ** 2 * seconds;
    if (own.gives) sums.spoken += 50 * seconds;
    sums.made += own.camera * seconds;
    sums.sent += Math.min(own.camera, own.sends) * seconds;
    if (friend.voiceArrives && friend.gives) sums.packets += 50 * seconds;
    if (friend.pictureArrives) sums.frames += Math.min(friend.camera, friend.sends) * seconds;
    const total = countedAt / 1_000;
    const level = own.tellsLevel ? { totalAudioEnergy: sums.own, totalSamplesDuration: total } : {};
    pc.stats = [
      { type: "media-source", trackIdentifier: "microphone", ...level },
      { type: "media-source", trackIdentifier: "camera", frames: sums.made },
      { type: "outbound-rtp", mid: "0", packetsSent: sums.spoken },
      { type: "outbound-rtp", mid: "1", framesSent: sums.sent },
      {
        type: "inbound-rtp",
        mid: "0",
        packetsReceived: sums.packets,
        totalAudioEnergy: sums.voice,
        totalSamplesDuration: total,
      },
      {
        type: "inbound-rtp",
        mid: "1",
        packetsReceived: sums.frames,
        framesDecoded: sums.frames,
      },
    ];
    return Promise.resolve(
      new Map(pc.stats.map((entry, index) => [String(index), entry])),
    ) as unknown as Promise<RTCStatsReport>;
  };
  return pc;
}
