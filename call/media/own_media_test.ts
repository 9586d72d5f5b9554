import { assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import { FakeStream, FakeTrack } from "../../tests/fakes/peer_connection.ts";
import { fakeBrowser, fakeText } from "../../tests/fakes/platform.ts";
import type { Devices } from "../platform.ts";
import { NO_CHOICES, parseChoices } from "./choices.ts";
import { createOwnMedia } from "./own_media.ts";

/** A microphone somebody may speak into, and how many listen to it. */
function start() {
  const ears = new Set<(yes: boolean) => void>();
  const given: FakeTrack[] = [];
  const opened: string[] = [];
  const memory = fakeText();
  const devices = {
    acquire() {
      given.push(new FakeTrack("audio"), new FakeTrack("video"));
      return Promise.resolve({ ok: true, stream: new FakeStream(given.slice(-2)) });
    },
    acquireOne(device: string) {
      opened.push(device);
      return Promise.resolve(null);
    },
    permission: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
    isHandheld: () => false,
    onChange: () => () => {},
  } as unknown as Devices;
  const { platform } = fakeBrowser({
    devices,
    choices: memory,
    watchSpeech(_track, speaking) {
      ears.add(speaking);
      return () => void ears.delete(speaking);
    },
  });
  const told: string[] = [];
  const own = createOwnMedia(platform, {
    ready: () => {},
    failed: () => {},
    tracks: () => {},
    notice: (topic, notice) => {
      if (topic === "speech") told.push(notice?.kind ?? "quiet");
    },
    changed: ({ muted, cameraOff, lowData }) => told.push(`${muted} ${cameraOff} ${lowData}`),
  });
  return { own, ears, told, given, memory, opened };
}

Deno.test("own media: somebody who speaks while muted is told, and only while muted", async () => {
  const { own, ears, told } = start();
  own.capture.acquire();
  await settle();
  assertEquals(ears.size, 0);
  own.set({ muted: true });
  assertEquals(ears.size, 1);
  for (const speaking of ears) speaking(true);
  assertEquals(told.at(-1), "speaking-while-muted");
  own.set({ muted: false });
  assertEquals([ears.size, told.slice(-2)], [0, ["quiet", "false false false"]]);
});

Deno.test("own media: muted before there is a microphone, it is muted and listened to as it comes", async () => {
  const { own, ears, given } = start();
  own.set({ muted: true, cameraOff: true });
  assertEquals(ears.size, 0);
  own.capture.acquire();
  await settle();
  assertEquals([given.map(({ enabled }) => enabled), ears.size], [[false, false], 1]);
});

Deno.test("own media: after leaving and after the end nobody listens", async () => {
  const { own, ears } = start();
  own.capture.acquire();
  await settle();
  own.set({ muted: true });
  own.capture.release();
  assertEquals([ears.size, own.local.value], [0, null]);
  own.capture.acquire();
  await settle();
  assertEquals(ears.size, 1, "still muted in the next call");
  own.stop();
  assertEquals(ears.size, 0);
});

Deno.test("own media: what is chosen is remembered; turned round, a phone's choice of camera is not", () => {
  const { own, memory } = start();
  const headset = { id: "id-headset", label: "Headset" };
  own.choose({ microphone: headset, camera: headset });
  own.choose({ noiseSuppression: false });
  assertEquals(parseChoices(memory.get()), {
    ...NO_CHOICES,
    microphone: headset,
    camera: headset,
    noiseSuppression: false,
  });
  own.flip();
  assertEquals(parseChoices(memory.get()).camera, null);
});

Deno.test("own media: another loudspeaker opens no microphone anew", async () => {
  const { own, opened } = start();
  own.capture.acquire();
  await settle();
  own.choose({ speaker: { id: "id-speaker", label: "Desk" } });
  await settle();
  assertEquals(opened, []);
  own.choose({ echoCancellation: false });
  await settle();
  assertEquals(opened, ["microphone"]);
});
