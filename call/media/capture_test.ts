import { assert, assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import { FakeStream, FakeTrack } from "../../tests/fakes/peer_connection.ts";
import { fakeBrowser } from "../../tests/fakes/platform.ts";
import type { Device } from "../machine/state.ts";
import type { Devices, Listed } from "../platform.ts";
import { type Choices, NO_CHOICES } from "./choices.ts";
import { createCapture } from "./capture.ts";

const HEADSET = { id: "id-headset", label: "Headset" };
const BUILT_IN = { kind: "microphone", id: "id-built-in", label: "Built-in" } as const;
const PLUGGED_HEADSET = { kind: "microphone", ...HEADSET } as const;

/** A browser with camera and microphone; what it hands out is in `given`. */
function start(setting: { isHandheld?: boolean; choices?: Partial<Choices> } = {}) {
  const { clock, platform } = fakeBrowser();
  const given: FakeTrack[] = [];
  const has = { audio: true, video: true };
  const asking = { gate: Promise.resolve(), times: 0 };
  const plugs: { listed: readonly Listed[] } = { listed: [BUILT_IN] };
  const busy = { chosen: false };
  const wished: MediaTrackConstraints[] = [];
  let choices: Choices = { ...NO_CHOICES, ...setting.choices };
  let plugged = () => {};
  let listening = true;
  /** Whether the device that is demanded is plugged in and opens. */
  function opens(device: Device, { deviceId }: MediaTrackConstraints): boolean {
    const { exact } = deviceId as { exact?: string } | undefined ?? {};
    if (exact === undefined) return true;
    return !busy.chosen && plugs.listed.some(({ kind, id }) => kind === device && id === exact);
  }
  function take(kind: "audio" | "video", { deviceId }: MediaTrackConstraints): FakeTrack {
    const { exact } = deviceId as { exact?: string } | undefined ?? {};
    const device = kind === "audio" ? "microphone" : "camera";
    const id = exact ?? plugs.listed.find((each) => each.kind === device)?.id;
    const track = new FakeTrack(kind);
    track.muted = false;
    track.label = `${kind} ${given.length}`;
    if (id !== undefined) track.settings = { deviceId: id };
    given.push(track);
    return track;
  }
  const devices = {
    async acquire({ camera, microphone }: Record<Device, MediaTrackConstraints>) {
      asking.times += 1;
      await asking.gate;
      if (!opens("microphone", microphone) || !opens("camera", camera)) {
        const cause = busy.chosen ? "in-use" : "none-found";
        return { ok: false, problem: { cause, devices: [] } };
      }
      return {
        ok: true,
        stream: new FakeStream([take("audio", microphone), take("video", camera)]),
      };
    },
    async acquireOne(device: Device, wish: MediaTrackConstraints) {
      asking.times += 1;
      wished.push(wish);
      await asking.gate;
      const kind = device === "camera" ? "video" : "audio";
      return has[kind] && opens(device, wish) ? take(kind, wish) : null;
    },
    permission: () => Promise.resolve("granted"),
    list: () => Promise.resolve(plugs.listed),
    isHandheld: () => setting.isHandheld ?? false,
    onChange(changed: () => void) {
      plugged = changed;
      return () => listening = false;
    },
  } as unknown as Devices;
  const told: string[] = [];
  const capture = createCapture({ ...platform, clock, devices }, {
    choices: () => choices,
    listed: () => {},
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
    wished,
    busy,
    choose(change: Partial<Choices>, device: Device) {
      choices = { ...choices, ...change };
      capture.change(device);
    },
    microphone: () => (capture.tracks().audio as unknown as FakeTrack | null)?.settings.deviceId,
    async plugged(...listed: readonly Listed[]) {
      plugs.listed = listed;
      plugged();
      await settle();
    },
    plug: () => plugged(),
    isListening: () => listening,
    live: () => given.filter(({ readyState }) => readyState === "live").length,
  };
}

async function started(setting: Parameters<typeof start>[0] = {}) {
  const run = start(setting);
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
  const { capture, live } = await started({ isHandheld: true });
  capture.flip();
  capture.flip();
  await settle();
  assertEquals(live(), 2);
});

Deno.test("capture: turned round and no camera opens: it is said, and healed by the next one", async () => {
  const { capture, has, told, plug, live } = await started({ isHandheld: true });
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

Deno.test("devices: another one is chosen: it takes the place, and the old one is stopped after it", async () => {
  const { capture, choose, plugged, microphone, given, live } = await started();
  await plugged(BUILT_IN, PLUGGED_HEADSET);
  assertEquals(microphone(), BUILT_IN.id);
  const before = given[0];
  choose({ microphone: HEADSET }, "microphone");
  assertEquals(before?.readyState, "live", "nobody is silent meanwhile");
  await settle();
  assertEquals([microphone(), live(), before?.readyState], [HEADSET.id, 2, "ended"]);
  assertEquals(capture.tracks().audio, given.at(-1) as unknown as MediaStreamTrack);
});

Deno.test("devices: one that was chosen on an earlier visit is used from the start", async () => {
  const run = start({ choices: { microphone: HEADSET } });
  await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  run.capture.acquire();
  await settle();
  assertEquals([run.microphone(), run.asking.times, run.told], [HEADSET.id, 1, ["ready"]]);
});

Deno.test("devices: a chosen one that vanishes falls back, and returns when it is plugged in again", async () => {
  const run = start({ choices: { microphone: HEADSET } });
  await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  run.capture.acquire();
  await settle();
  const [headset] = run.given;
  headset?.stop();
  await run.plugged(BUILT_IN);
  headset?.onended?.();
  await settle();
  assertEquals([run.microphone(), run.told.at(-1)], [BUILT_IN.id, "microphone device-replaced"]);
  await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  assertEquals([run.microphone(), run.told.at(-1)], [HEADSET.id, "microphone well"]);
  assertEquals(run.live(), 2);
});

Deno.test("devices: whatever else is plugged in or out, what is in use stays", async () => {
  const { asking, plugged, microphone } = await started({ choices: { microphone: HEADSET } });
  const { times } = asking;
  const other = { kind: "microphone", id: "id-other", label: "Other" } as const;
  await plugged(BUILT_IN, other);
  await plugged(BUILT_IN);
  assertEquals([asking.times, microphone()], [times, BUILT_IN.id]);
});

Deno.test("devices: found by its label under another id, it is asked for by that", async () => {
  const run = await started({ choices: { microphone: { ...HEADSET, id: "id-last-visit" } } });
  assertEquals(run.microphone(), BUILT_IN.id);
  await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  assertEquals(run.microphone(), HEADSET.id);
});

Deno.test("devices: a chosen one that does not open gives way to any, and is not asked for for ever", async () => {
  const run = start({ choices: { microphone: HEADSET } });
  run.busy.chosen = true;
  await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  run.capture.acquire();
  await settle();
  assertEquals([run.told[0], run.microphone()], ["ready", BUILT_IN.id]);
  const { times } = run.asking;
  for (let count = 0; count < 5; count++) await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  assertEquals([run.asking.times, run.live()], [times, 2]);
});

Deno.test("devices: chosen and chosen anew before the first opens, the last one counts", async () => {
  const run = await started();
  const other = { id: "id-other", label: "Other" };
  await run.plugged(BUILT_IN, PLUGGED_HEADSET, { kind: "microphone", ...other });
  const gate = Promise.withResolvers<void>();
  run.asking.gate = gate.promise;
  run.choose({ microphone: HEADSET }, "microphone");
  await settle();
  run.choose({ microphone: other }, "microphone");
  gate.resolve();
  await settle();
  assertEquals([run.microphone(), run.live()], [other.id, 2]);
});

Deno.test("devices: none opens: what works goes on", async () => {
  const run = await started();
  run.has.audio = false;
  run.choose({ microphone: HEADSET }, "microphone");
  await settle();
  assertEquals([run.microphone(), run.live(), run.told], [BUILT_IN.id, 2, ["ready"]]);
});

Deno.test("devices: a phone opens one camera at a time: the old one is stopped before", async () => {
  const run = await started({ isHandheld: true });
  const [, front] = run.given;
  const gate = Promise.withResolvers<void>();
  run.asking.gate = gate.promise;
  const back = { id: "id-back", label: "Back" };
  await run.plugged({ kind: "camera", ...back });
  run.choose({ camera: back }, "camera");
  await settle();
  assertEquals(front?.readyState, "ended");
  gate.resolve();
  await settle();
  assertEquals(run.live(), 2);
});

Deno.test("devices: sound is treated otherwise by asking for it anew", async () => {
  const run = await started();
  run.choose({ noiseSuppression: false }, "microphone");
  await settle();
  const [wish] = run.wished.slice(-1);
  assertEquals([wish?.noiseSuppression, wish?.echoCancellation], [false, true]);
  assertEquals(run.live(), 2);
});

Deno.test("devices: only one of those chosen is there: it is used, and any for the other", async () => {
  const run = start({
    choices: { microphone: HEADSET, camera: { id: "id-gone", label: "Gone" } },
  });
  await run.plugged(BUILT_IN, PLUGGED_HEADSET, { kind: "camera", id: "id-front", label: "Front" });
  run.capture.acquire();
  await settle();
  assertEquals([run.told[0], run.microphone(), run.live()], ["ready", HEADSET.id, 2]);
});

Deno.test("devices: the chosen one does not open: what works goes on, without a gap", async () => {
  const run = await started();
  run.busy.chosen = true;
  await run.plugged(BUILT_IN, PLUGGED_HEADSET);
  const [before] = run.given;
  run.choose({ microphone: HEADSET }, "microphone");
  await settle();
  assertEquals([before?.readyState, run.given.length], ["live", 2]);
});
