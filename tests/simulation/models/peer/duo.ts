/** Two peer connections on a network of their own, for the tests of the model. */
import { Actor } from "../actor.ts";
import { Scheduler } from "../clock.ts";
import { Network } from "../network.ts";
import { Chance } from "../random.ts";
import { Track } from "../tracks.ts";
import type { DataChannel } from "./data_channel.ts";
import { HABITS } from "./habits.ts";
import { IceWorld } from "./ice.ts";
import { PeerConnection } from "./peer_connection.ts";
import type { PeerWorld } from "./peer_world.ts";

export interface Duo {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly offerer: PeerConnection;
  readonly answerer: PeerConnection;
  readonly channel: DataChannel;
  /** The answerer's end of the channel, once it is there. */
  readonly far: { channel: DataChannel | null };
  readonly heard: string[];
  /** Lets time pass while `work` goes on. */
  during<T>(work: Promise<T>, ms?: number): Promise<T>;
}

export function createDuo(
  engines: readonly ["chromium" | "firefox", "chromium" | "firefox"] = ["chromium", "chromium"],
): Duo {
  const scheduler = new Scheduler((error) => {
    throw error;
  });
  const network = new Network(scheduler, { delayMs: 10, direct: true, relay: false });
  const byIce: PeerWorld["byIce"] = new Map();
  const world: PeerWorld = { network, ice: new IceWorld(), byIce, device: (pc) => pc.device.name };
  network.onChange(() => {
    for (const [ice, pc] of byIce) {
      ice.look();
      pc.mediaChanged();
    }
  });
  function make(name: string, engine: "chromium" | "firefox"): PeerConnection {
    const actor = new Actor(name, scheduler);
    const device = network.device(name);
    return new PeerConnection({
      ...{ world, actor, device, chance: new Chance(name), habits: HABITS[engine] },
    });
  }
  const offerer = make("a", engines[0]);
  const answerer = make("b", engines[1]);
  const heard: string[] = [];
  const far: Duo["far"] = { channel: null };
  offerer.addTransceiver(new Track("a-voice", "audio"));
  offerer.addTransceiver(new Track("a-face", "video"));
  const channel = offerer.createDataChannel("duet");
  answerer.addEventListener("datachannel", (event: { channel: DataChannel }) => {
    far.channel = event.channel;
    event.channel.addEventListener("message", ({ data }: { data: string }) => heard.push(data));
  });
  for (const [from, to] of [[offerer, answerer], [answerer, offerer]] as const) {
    from.addEventListener("icecandidate", ({ candidate }: { candidate: RTCIceCandidateInit }) => {
      if (to.remoteDescription !== null) void to.addIceCandidate(candidate).catch(() => {});
    });
  }
  return {
    ...{ scheduler, network, offerer, answerer, channel, far, heard },
    async during(work, ms = 200) {
      await scheduler.run(scheduler.now + ms);
      return await work;
    },
  };
}

/** One round of offer and answer. */
export async function agree({ offerer, answerer }: Duo, iceRestart = false): Promise<void> {
  const offer = await offerer.createOffer({ iceRestart });
  await offerer.setLocalDescription(offer);
  await answerer.setRemoteDescription(offer);
  for (const [index, transceiver] of answerer.getTransceivers().entries()) {
    transceiver.direction = "sendrecv";
    if (transceiver.sender.track !== null) continue;
    await transceiver.sender.replaceTrack(new Track(`b-${index}`, transceiver.kind));
  }
  const answer = await answerer.createAnswer();
  await answerer.setLocalDescription(answer);
  await offerer.setRemoteDescription(answer);
}

/** RTP packets received so far. */
export async function packets(pc: PeerConnection): Promise<number> {
  let sum = 0;
  for (const entry of (await pc.getStats()).values()) {
    if (entry.type === "inbound-rtp") sum += Number(entry.packetsReceived);
  }
  return sum;
}
