import { assertEquals } from "@std/assert";
import type { Device } from "../machine/state.ts";
import type { Facing, Listed } from "../platform.ts";
import { type Choices, NO_CHOICES, parseChoices, wishesFor } from "./choices.ts";
import { findChosen } from "./found.ts";

const STUDIO = { id: "id-studio", label: "Studio microphone" };
const BACK = { id: "id-back", label: "Back camera" };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

const WISHES: [string, Device, Partial<Choices>, Facing, MediaTrackConstraints[]][] = [
  ["nothing is chosen", "microphone", {}, "user", [SOUND]],
  ["nothing is chosen", "camera", {}, "user", [{ ...PICTURE, facingMode: "user" }]],
  ["the phone is turned round", "camera", {}, "environment", [
    { ...PICTURE, facingMode: "environment" },
  ]],
  ["chosen: it, then any", "microphone", { microphone: STUDIO }, "user", [
    { ...SOUND, deviceId: { exact: STUDIO.id } },
    SOUND,
  ]],
  ["chosen: whichever way it looks", "camera", { camera: BACK }, "user", [
    { ...PICTURE, deviceId: { exact: BACK.id } },
    { ...PICTURE, facingMode: "user" },
  ]],
  ["the other's choice does not count", "microphone", { camera: BACK }, "user", [SOUND]],
  ["sound as it comes", "microphone", { noiseSuppression: false, autoGainControl: false }, "user", [
    { ...SOUND, noiseSuppression: false, autoGainControl: false },
  ]],
];

for (const [name, device, change, facing, expected] of WISHES) {
  Deno.test(`choices: which ${device} to ask for: ${name}`, () => {
    assertEquals([...wishesFor(device, { ...NO_CHOICES, ...change }, facing)], expected);
  });
}

const LISTED: readonly Listed[] = [
  { kind: "camera", ...BACK },
  { kind: "microphone", id: "id-built-in", label: "Built-in" },
  { kind: "microphone", ...STUDIO },
  { kind: "speaker", id: "id-hidden", label: "" },
];

const FOUND: [string, Listed["kind"], { id: string; label: string } | null, string | undefined][] =
  [
    ["nothing was chosen", "camera", null, undefined],
    ["by its id", "microphone", { ...STUDIO, label: "renamed" }, STUDIO.id],
    ["by its label under another id", "microphone", { ...STUDIO, id: "last-visit" }, STUDIO.id],
    ["not plugged in", "microphone", { id: "gone", label: "Headset" }, undefined],
    ["of another kind", "camera", STUDIO, undefined],
    ["hidden labels are not the same", "speaker", { id: "last-visit", label: "" }, undefined],
  ];

for (const [name, kind, choice, id] of FOUND) {
  Deno.test(`choices: the chosen ${kind} among those there are: ${name}`, () => {
    assertEquals(findChosen(LISTED, kind, choice)?.id, id);
  });
}

Deno.test("choices: what was remembered is read again, anything else is no choice", () => {
  const kept: Choices = { ...NO_CHOICES, microphone: STUDIO, echoCancellation: false };
  assertEquals(parseChoices(JSON.stringify(kept)), kept);
  const broken = [null, "", "{", "[]", '"x"', JSON.stringify({ ...kept, camera: { id: 1 } })];
  for (const text of broken) assertEquals(parseChoices(text), NO_CHOICES);
});
