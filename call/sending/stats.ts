/** What a report of `getStats` says of a call (W3C WebRTC Statistics); `figures.ts` makes figures per second of it. */
import type { Lane } from "../connection/lanes.ts";
import type { Figures } from "../facts.ts";

/** Figures that are true of one moment, without a span of time. */
type Momentary = Omit<Figures, "mark" | "lossShare" | "receivedBps" | "sentBps">;

/** Counters of one moment. Bytes and packets count from the start of the connection. */
export interface Sample extends Momentary {
  readonly atMs: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** Share of our own packets the friend reports lost, 0…1. */
  readonly remoteLossShare: number | null;
  /** What the browser believes the way can carry, bit/s; Firefox does not tell. */
  readonly availableBps: number | null;
}

interface Entry {
  readonly type: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

const SCREEN_LANES: ReadonlySet<Lane | undefined> = new Set<Lane>(["screen", "sound"]);

/** Which lane each media section carries, by its `mid`. */
export type LanesByMid = ReadonlyMap<unknown, Lane>;

/**
 * Reads one report. Missing fields become `null` or 0: browsers differ.
 *
 * @param lanes of the same connection: picture, codecs and the friend's reports are those of face and
 * voice, whatever a screen does beside them; packets and bytes are all that come and go
 */
export function readStats(report: RTCStatsReport, atMs: number, lanes: LanesByMid): Sample {
  const entries: Entry[] = [];
  report.forEach((entry: Entry) => entries.push(entry));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const inbound = entries.filter(({ type }) => type === "inbound-rtp");
  const outbound = entries.filter(({ type }) => type === "outbound-rtp");
  const isPersons = ({ mid }: Entry) => !SCREEN_LANES.has(lanes.get(mid));
  // What was said of a screen's packets stays as it was when no more are sent.
  const remote = entries.filter(({ type, localId }) => {
    const own = byId.get(text(localId) ?? "");
    return type === "remote-inbound-rtp" && (own === undefined || isPersons(own));
  });
  const video = inbound.find((entry) => entry.kind === "video" && isPersons(entry));
  const audio = inbound.find((entry) => entry.kind === "audio" && isPersons(entry));
  const pair = selectedPair(entries, byId);
  const candidates = pair === undefined
    ? []
    : [byId.get(text(pair.localCandidateId) ?? ""), byId.get(text(pair.remoteCandidateId) ?? "")];
  const roundTrip = number(pair?.currentRoundTripTime) ?? number(remote[0]?.roundTripTime);
  return {
    atMs,
    packetsReceived: sum(inbound, "packetsReceived"),
    packetsLost: sum(inbound, "packetsLost"),
    bytesReceived: sum(inbound, "bytesReceived"),
    bytesSent: sum(outbound, "bytesSent"),
    remoteLossShare: remote.length === 0 ? null : mean(remote, "fractionLost"),
    roundTripMs: roundTrip === null ? null : roundTrip * 1_000,
    availableBps: number(pair?.availableOutgoingBitrate),
    width: number(video?.frameWidth),
    height: number(video?.frameHeight),
    framesPerSecond: number(video?.framesPerSecond),
    videoCodec: codecName(video, byId),
    audioCodec: codecName(audio, byId),
    route: pair === undefined
      ? null
      : candidates.some((candidate) => candidate?.candidateType === "relay")
      ? "relayed"
      : "direct",
  };
}

function selectedPair(entries: readonly Entry[], byId: ReadonlyMap<string, Entry>) {
  const transport = entries.find(({ type }) => type === "transport");
  const chosen = byId.get(text(transport?.selectedCandidatePairId) ?? "");
  return chosen ??
    entries.find((entry) => entry.type === "candidate-pair" && entry.selected === true);
}

function codecName(stream: Entry | undefined, byId: ReadonlyMap<string, Entry>): string | null {
  const mime = text(byId.get(text(stream?.codecId) ?? "")?.mimeType);
  return mime?.split("/")[1] ?? null;
}

function sum(entries: readonly Entry[], field: string): number {
  return entries.reduce((total, entry) => total + (number(entry[field]) ?? 0), 0);
}

function mean(entries: readonly Entry[], field: string): number {
  return sum(entries, field) / entries.length;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
