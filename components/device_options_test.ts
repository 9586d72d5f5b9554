import { assertEquals } from "@std/assert";
import type { Listed } from "../call/platform.ts";
import { en } from "../locales/extras/en.ts";
import { deviceOptions } from "./device_options.ts";

const HEADSET = { id: "id-headset", label: "Headset" };
const camera = (id: string, label: string): Listed => ({ kind: "camera", id, label });
const speaker = (id: string, label: string): Listed => ({ kind: "speaker", id, label });

Deno.test("device options: one for each of its kind, as the browser calls them", () => {
  const listed = [camera("a", "Front"), speaker("b", "Desk"), camera("c", "Back")];
  const options = deviceOptions({ listed, kind: "camera", choice: null }, en.devices);
  assertEquals(options, [{ id: "a", label: "Front" }, { id: "c", label: "Back" }]);
});

Deno.test("device options: without labels they are numbered, without ids there is nothing to choose", () => {
  const nameless = [camera("a", ""), camera("b", "")];
  const options = deviceOptions({ listed: nameless, kind: "camera", choice: null }, en.devices);
  assertEquals(options.map(({ label }) => label), ["Camera 1", "Camera 2"]);
  const hidden = [camera("", "")];
  const none = deviceOptions({ listed: hidden, kind: "camera", choice: null }, en.devices);
  assertEquals(none, [{ id: "", label: "None found" }]);
});

Deno.test("device options: the system’s loudspeaker comes first, under the browser’s name for it", () => {
  const listed = [speaker("default", "Default - Desk"), speaker("b", "Desk")];
  const options = deviceOptions({ listed, kind: "speaker", choice: null }, en.devices);
  assertEquals(options, [{ id: "", label: "Default - Desk" }, { id: "b", label: "Desk" }]);
});

Deno.test("device options: where no loudspeaker is listed, the one that was picked is", () => {
  const options = deviceOptions({ listed: [], kind: "speaker", choice: HEADSET }, en.devices);
  assertEquals(options, [{ id: "", label: "System default" }, HEADSET]);
});
