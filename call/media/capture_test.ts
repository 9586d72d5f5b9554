import { assert, assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import { FakeStream, FakeTrack } from "../../tests/fakes/peer_connection.ts";
import { fakeBrowser } from "../../tests/fakes/platform.ts";
import type { Devices } from "../platform.ts";
import { createCapture } from "./capture.ts";

/** A browser with camera and microphone; what it hands out is in `given`. */
function start() {
  const { clock, platform } = fakeBrowser();
  const given: FakeTrack[] = [];
  const has = { audio: true, video: true };
  const asking = { gate: Promise.resolve(), times: 0 };
  let plugged = () => {};
  let listening = true;
  function take(kind: "audio" | "video"): FakeTrack {
    const track = new FakeTrack(kind);
    track.muted = false;
    track.label = `${kind} ${given.length}`;
    given.push(track);
    return track;
  }
  const devices = {
    async acquire() {
      asking.times += 1;
      await asking.gate;
      const stream = new FakeStream([take("audio"), take("video")]);
      return { ok: true, stream };
    },
    async acquireOne(device: string) {
      asking.times += 1;
      await asking.gate;
      const kind = device === "camera" ? "video" : "audio";
      return has[kind] ? take(kind) : null;
    },
    permission: () => Promise.resolve("granted"),
    canFlip: () => Promise.resolve(true),
    onChange(changed: () => void) {
      plugged = changed;
      return () => listening = false;
    },
  } as unknown as Devices;
  const told: string[] = [];
  const capture = createCapture({ clock, devices, MediaStream: platform.MediaStream }, {
    ready: () => told.push("ready"),
    failed: () => told.push("failed"),
    stream: () => {},
    tracks: () => {},
    camera: () => {},
    notice: (device, notice) => told.push(`${device} ${notice?.kind ?? "well"}`),
  });
  return {
    clock,
    given,
    has,
    asking,
    told,
    capture,
    plug: () => plugged(),
    isListening: () => listening,
    live: () => given.filter(({ readyState }) => readyState === "live").length,
  };
}

async function started() {
  const run = start();
  run.capture.acquire();
  await settle();
  return run;
}

Deno.test("capture: asks for both, and is ready with them", async () => {
  const { told, capture, live } = await started();
  assertEquals([told, live()], [["ready"], 2]);
  assertEquals(capture.tracks().audio?.kind, "audio");
  assertEquals(capture.tracks().video?.kind, "video");
});

Deno.test("capture: off while the browser still asks: what comes late is stopped at once", async () => {
  const { asking, capture, told, live } = start();
  const gate = Promise.withResolvers<void>();
  asking.gate = gate.promise;
  capture.acquire();
  await settle();
  capture.release();
  gate.resolve();
  await settle();
  assertEquals([told, live(), capture.tracks()], [[], 0, { audio: null, video: null }]);
});

Deno.test("capture: asked twice, only the last answer is kept", async () => {
  const { capture, live, given } = start();
  capture.acquire();
  capture.acquire();
  await settle();
  assertEquals([given.length, live()], [4, 2]);
});

Deno.test("capture: released, camera and microphone are off, and come back when asked for", async () => {
  const { capture, live } = await started();
  capture.release();
  assertEquals(live(), 0);
  capture.acquire();
  await settle();
  assertEquals(live(), 2);
});

Deno.test("capture: a device that goes away is replaced by the next, and it is said", async () => {
  const { capture, given, told, live } = await started();
  const [, camera] = given;
  camera?.stop();
  camera?.onended?.();
  await settle();
  assertEquals([told.at(-1), live()], ["camera device-replaced", 2]);
  assertEquals(capture.tracks().video, given[2] as unknown as MediaStreamTrack);
});

Deno.test("capture: none is left: it is said, and the next one plugged in is taken", async () => {
  const { capture, given, has, told, plug } = await started();
  has.video = false;
  const [, camera] = given;
  camera?.stop();
  camera?.onended?.();
  await settle();
  assertEquals([told.at(-1), capture.tracks().video], ["camera device-lost", null]);
  has.video = true;
  plug();
  await settle();
  assertEquals(told.at(-1), "camera well");
  assert(capture.tracks().video !== null);
});

Deno.test("capture: plugged in and out quickly, only one camera runs", async () => {
  const { given, has, plug, live } = await started();
  has.video = false;
  given[1]?.stop();
  given[1]?.onended?.();
  await settle();
  has.video = true;
  for (let times = 0; times < 5; times++) plug();
  await settle();
  assertEquals(live(), 2);
});

Deno.test("capture: a moment of silence of the system is no loss, a lasting one is healed", async () => {
  const { clock, given, told, asking } = await started();
  const [microphone] = given;
  assert(microphone !== undefined);
  const { times } = asking;
  microphone.muted = true;
  microphone.onmute?.();
  await clock.pass(1_000);
  microphone.muted = false;
  microphone.onunmute?.();
  await clock.pass(10_000);
  assertEquals([asking.times, told.at(-1)], [times, "microphone well"]);
  microphone.muted = true;
  microphone.onmute?.();
  await clock.pass(1_500);
  assertEquals([asking.times, told.at(-1)], [times + 1, "microphone well"]);
  assertEquals(microphone.readyState, "ended");
});

Deno.test("capture: muted and camera off are kept by every new track", async () => {
  const { capture, given } = await started();
  capture.setMuted(true);
  capture.setCameraOff(true);
  for (const track of given.slice(0, 2)) {
    track.stop();
    track.onended?.();
  }
  await settle();
  assertEquals(given.slice(2).map(({ enabled }) => enabled), [false, false]);
});

Deno.test("capture: turned round twice at once, one camera runs", async () => {
  const { capture, live } = await started();
  capture.flip();
  capture.flip();
  await settle();
  assertEquals(live(), 2);
});

Deno.test("capture: turned round and no camera opens: it is said, and healed by the next one", async () => {
  const { capture, has, told, plug, live } = await started();
  has.video = false;
  capture.flip();
  await settle();
  assertEquals([told.at(-1), capture.tracks().video], ["camera device-lost", null]);
  has.video = true;
  plug();
  await settle();
  assertEquals([told.at(-1), live()], ["camera well", 2]);
});

Deno.test("capture: stopped it listens to no device any more", async () => {
  const { capture, live, isListening } = await started();
  capture.stop();
  assertEquals([live(), isListening()], [0, false]);
});
