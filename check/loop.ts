/** A call to oneself through the relay: what it lets through, and how long that takes. */
import { failed, type Outcome, type Speed } from "./outcome.ts";

const CONNECT_MS = 15_000;
/** Enough for a first impression; the relay's traffic costs somebody money. */
const SEND_MS = 3_000;
const MAX_BYTES = 4_000_000;
const CHUNK_BYTES = 16_384;
/** More would only wait in this browser. */
const MAX_BUFFERED_BYTES = 262_144;
/** Below this the picture has to give way to the voice now and then. */
const MIN_KBPS = 300;

/** Judges what was measured. */
export function judgeSpeed(speed: Speed): Outcome {
  return speed.kbps < MIN_KBPS ? failed("slow", speed) : { state: "ok", speed };
}

/** Sends data to itself by way of the relay alone. */
export async function checkLoop(iceServers: RTCIceServer[], signal: AbortSignal): Promise<Outcome> {
  const config = { iceServers, iceTransportPolicy: "relay" } as const;
  const sender = new RTCPeerConnection(config);
  const receiver = new RTCPeerConnection(config);
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_MS)]);
  try {
    const channel = sender.createDataChannel("check");
    const arriving = channelOf(receiver, timeout);
    await connect(sender, receiver);
    await opened(channel, timeout);
    const kbps = await measure(channel, await arriving, signal);
    return judgeSpeed({ kbps, roundTripMs: await roundTripMs(sender) });
  } catch {
    return failed("no-path");
  } finally {
    sender.close();
    receiver.close();
  }
}

async function connect(sender: RTCPeerConnection, receiver: RTCPeerConnection): Promise<void> {
  carry(sender, receiver);
  carry(receiver, sender);
  await sender.setLocalDescription();
  await receiver.setRemoteDescription(descriptionOf(sender));
  await receiver.setLocalDescription();
  await sender.setRemoteDescription(descriptionOf(receiver));
}

/** Candidates wait for the other side's description, as they must (WebRTC 1.0, 4.4.2). */
function carry(from: RTCPeerConnection, to: RTCPeerConnection): void {
  const early: RTCIceCandidate[] = [];
  function add(candidate: RTCIceCandidate): void {
    // One that cannot be used is no news: others follow, or the time runs out.
    to.addIceCandidate(candidate).catch(() => undefined);
  }
  from.addEventListener("icecandidate", ({ candidate }) => {
    if (candidate === null) return;
    if (to.remoteDescription === null) early.push(candidate);
    else add(candidate);
  });
  to.addEventListener("signalingstatechange", () => {
    if (to.remoteDescription !== null) early.splice(0).forEach(add);
  });
}

function descriptionOf(pc: RTCPeerConnection): RTCSessionDescription {
  if (pc.localDescription === null) throw new Error("Cannot connect: no description was made");
  return pc.localDescription;
}

function channelOf(pc: RTCPeerConnection, signal: AbortSignal): Promise<RTCDataChannel> {
  const found = Promise.withResolvers<RTCDataChannel>();
  pc.ondatachannel = ({ channel }) => found.resolve(channel);
  signal.addEventListener("abort", () => found.reject(signal.reason), { once: true });
  // Whoever connects hears of it first.
  found.promise.catch(() => undefined);
  return found.promise;
}

function opened(channel: RTCDataChannel, signal: AbortSignal): Promise<void> {
  const open = Promise.withResolvers<void>();
  channel.onopen = () => open.resolve();
  signal.addEventListener("abort", () => open.reject(signal.reason), { once: true });
  return open.promise;
}

/** @returns what arrived in the time, kbit/s */
async function measure(
  out: RTCDataChannel,
  arriving: RTCDataChannel,
  signal: AbortSignal,
): Promise<number> {
  const startedAt = performance.now();
  const done = Promise.withResolvers<void>();
  const chunk = new Uint8Array(CHUNK_BYTES);
  let sent = 0;
  let received = 0;
  let lastAt = startedAt;
  const timer = setTimeout(done.resolve, SEND_MS);
  arriving.onmessage = ({ data }) => {
    received += data instanceof ArrayBuffer ? data.byteLength : CHUNK_BYTES;
    lastAt = performance.now();
    if (received >= MAX_BYTES) done.resolve();
  };
  function fill(): void {
    while (
      out.readyState === "open" && sent < MAX_BYTES && out.bufferedAmount < MAX_BUFFERED_BYTES
    ) {
      out.send(chunk);
      sent += CHUNK_BYTES;
    }
  }
  arriving.binaryType = "arraybuffer";
  out.bufferedAmountLowThreshold = MAX_BUFFERED_BYTES / 2;
  out.onbufferedamountlow = fill;
  signal.addEventListener("abort", () => done.reject(signal.reason), { once: true });
  fill();
  try {
    await done.promise;
  } finally {
    clearTimeout(timer);
  }
  const tookMs = Math.max(1, lastAt - startedAt);
  return Math.round(received * 8 / tookMs);
}

async function roundTripMs(pc: RTCPeerConnection): Promise<number | null> {
  for (const stats of (await pc.getStats()).values()) {
    if (stats.type !== "candidate-pair" || !stats.nominated) continue;
    const seconds: unknown = stats.currentRoundTripTime;
    if (typeof seconds === "number") return Math.round(seconds * 1_000);
  }
  return null;
}
