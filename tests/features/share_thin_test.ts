/** A shared screen on a thin line, and across a change of network. */
import { assertLess } from "@std/assert";
import { meetIn, setScene } from "../networks/scene.ts";
import { whyNoNetworks } from "../rig/networks.ts";
import { testUnless } from "../rig/not_run.ts";
import type { RigWindow } from "../rig/page_rig.ts";
import { carla } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { expectScreen, type PlayedScreen, playScreen } from "./screens.ts";

const NOISE: PlayedScreen = { colour: carla.colour, toneHz: carla.toneHz, texture: "noise" };
/** Room for a voice, and for a little of everything else. */
const THIN_KBPS = 300;
/** Of the voice this much may be made up by the receiver: nobody hears less than that. */
const MAX_CONCEALED_SHARE = 0.05;

/** Ten pictures of the screen, and two seconds of the voice (48 kHz). */
const SOME = { frames: 10, samples: 96_000 };

interface Heard {
  readonly samples: number;
  readonly concealed: number;
  readonly screenFrames: number;
}

/** What arrived of the voice and of the screen so far, on the newest connection. */
function arrived(person: LaunchedPerson): Promise<Heard> {
  return person.page.evaluate(async () => {
    const { connections } = (globalThis as unknown as RigWindow).duetRig;
    const pc = connections.findLast((one) => one.connectionState === "connected");
    const [voice, , screen] = pc?.getTransceivers() ?? [];
    let [samples, concealed, screenFrames] = [0, 0, 0];
    (await pc?.getStats())?.forEach((entry) => {
      if (entry.type !== "inbound-rtp") return;
      if (entry.mid === screen?.mid) screenFrames = entry.framesDecoded ?? 0;
      if (entry.mid !== voice?.mid) return;
      samples = entry.totalSamplesReceived ?? 0;
      concealed = (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
    });
    return { samples, concealed, screenFrames };
  });
}

/** Waits until so much more has arrived of both. */
async function waitFor(person: LaunchedPerson, more: { frames: number; samples: number }) {
  const from = await arrived(person);
  for (;;) {
    const now = await arrived(person);
    const frames = now.screenFrames - from.screenFrames;
    if (frames >= more.frames && now.samples - from.samples >= more.samples) return { from, now };
    await person.waitFrames(1);
  }
}

testUnless(
  whyNoNetworks(),
  "share: on a thin line the voice comes first, and a move ends nothing",
  async () => {
    await using scene = await setScene({ texture: "moving" });
    const { network, first, second } = scene;
    await meetIn(scene);
    await playScreen(first, NOISE);
    await first.page.keyboard.press("s");
    await expectScreen(second, NOISE);
    const before = await first.peerConnections();

    const undo = await network.a.limit(THIN_KBPS);
    await waitFor(second, SOME);
    const { from, now } = await waitFor(second, SOME);
    const share = (now.concealed - from.concealed) / (now.samples - from.samples);
    assertLess(share, MAX_CONCEALED_SHARE, "made up of the voice");
    await second.expectHears(first);
    await undo();
    await first.expectSameConnections(before);

    // A new connection carries the screen on.
    await second.resetFrameGap();
    await network.a.changeAddress();
    await second.waitStanding();
    await second.waitState("connected");
    await expectScreen(second, NOISE);
    await second.expectHears(first);
  },
);
