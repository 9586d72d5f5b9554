/** One `getStats` report (W3C WebRTC Statistics) as far as it tells of voice and picture. */
import { transceiverOf } from "../connection/lanes.ts";

/** Counters of one moment; `null`: the browser does not tell, or there is no such stream. */
export interface Reading {
  /** By the monotonic clock. */
  readonly atMs: number;
  /** Of one's own microphone: energy (level² × s) and the time it was measured over, s. */
  readonly ownEnergy: number | null;
  readonly ownSeconds: number | null;
  /** Packets of one's own voice. */
  readonly voiceSent: number | null;
  /** Of the friend's voice, as decoded. */
  readonly voiceEnergy: number | null;
  readonly voiceSeconds: number | null;
  readonly voicePackets: number | null;
  /** Frames of one's own camera. */
  readonly framesMade: number | null;
  readonly framesSent: number | null;
  /** Of the friend's picture. */
  readonly picturePackets: number | null;
  /** How often packets of it were asked for again (RFC 4585, 6.2.1). */
  readonly pictureNacks: number | null;
  readonly framesDecoded: number | null;
  /** To the friend's page and back, s. */
  readonly roundTripSeconds: number | null;
}

export async function readConnection(pc: RTCPeerConnection, now: () => number): Promise<Reading> {
  const entries: Entry[] = [];
  (await pc.getStats()).forEach((entry: Entry) => entries.push(entry));
  const voice = transceiverOf(pc, "voice");
  const camera = transceiverOf(pc, "camera");
  const microphone = sourceOf(entries, voice);
  const heard = streamOf(entries, "inbound-rtp", voice);
  // Firefox has no `selectedCandidatePairId`, and no other pair that is nominated and in use.
  const pair = entries.find(({ type, nominated, state }) =>
    type === "candidate-pair" && nominated === true && state === "succeeded"
  );
  const seen = streamOf(entries, "inbound-rtp", camera);
  return {
    atMs: now(),
    ownEnergy: number(microphone?.totalAudioEnergy),
    ownSeconds: number(microphone?.totalSamplesDuration),
    voiceSent: number(streamOf(entries, "outbound-rtp", voice)?.packetsSent),
    voiceEnergy: number(heard?.totalAudioEnergy),
    voiceSeconds: number(heard?.totalSamplesDuration),
    voicePackets: number(heard?.packetsReceived),
    framesMade: number(sourceOf(entries, camera)?.frames),
    framesSent: number(streamOf(entries, "outbound-rtp", camera)?.framesSent),
    picturePackets: number(seen?.packetsReceived),
    pictureNacks: number(seen?.nackCount),
    framesDecoded: number(seen?.framesDecoded),
    roundTripSeconds: number(pair?.currentRoundTripTime),
  };
}

interface Entry {
  readonly type: string;
  readonly [field: string]: unknown;
}

type Section = RTCRtpTransceiver | undefined;

function streamOf(entries: readonly Entry[], type: string, section: Section): Entry | undefined {
  if (section === undefined || section.mid === null) return undefined;
  return entries.find((entry) => entry.type === type && entry.mid === section.mid);
}

function sourceOf(entries: readonly Entry[], section: Section): Entry | undefined {
  const track = section?.sender.track?.id;
  return entries.find(({ type, trackIdentifier }) =>
    type === "media-source" && track !== undefined && trackIdentifier === track
  );
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
