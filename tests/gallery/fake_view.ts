/** A call that is whatever a scene says it is; the actions change it as the engine would. */
import { batch, signal } from "@preact/signals";
import type { Verification } from "../../call/verify/verification.ts";
import type { Call, CallState } from "../../call/machine/state.ts";
import type {
  CallView,
  Camera,
  ChatText,
  Controls,
  Figures,
  FriendStatus,
  Notice,
} from "../../call/view.ts";

import { type Choices, NO_CHOICES } from "../../call/media/choices.ts";
import type { Listed } from "../../call/platform.ts";
import { type ExtrasScene, fakeExtras } from "./fake_extras.ts";

const SOON_MS = 100;

const PLUGGED_IN: readonly Listed[] = [
  { kind: "camera", id: "camera-1", label: "Integrated camera (04f2:b6d0)" },
  { kind: "camera", id: "camera-2", label: "Studio camera" },
  { kind: "microphone", id: "default", label: "Default - Built-in microphone" },
  { kind: "microphone", id: "microphone-1", label: "Built-in microphone" },
  {
    kind: "microphone",
    id: "microphone-2",
    label: "Wireless headset with a very long name (Bluetooth)",
  },
  { kind: "speaker", id: "default", label: "Default - Speakers" },
  { kind: "speaker", id: "speaker-2", label: "Wireless headset with a very long name (Bluetooth)" },
];

export interface Scene {
  readonly state: CallState;
  readonly online?: boolean;
  readonly verification?: Verification;
  readonly controls?: Partial<Controls>;
  readonly camera?: Camera;
  readonly devices?: readonly Listed[];
  readonly choices?: Partial<Choices>;
  readonly friend?: Partial<FriendStatus>;
  readonly figures?: Figures;
  readonly notices?: readonly Notice[];
  readonly texts?: readonly ChatText[];
  /** `null`: not loaded yet; the next scene has them. */
  readonly extras?: ExtrasScene | null;
  /** The friend shares a screen. */
  readonly friendShares?: boolean;
  /** Comes in while one looks. */
  readonly newText?: ChatText;
}

export interface Pictures {
  readonly local: MediaStream | null;
  readonly remote: MediaStream | null;
  readonly screen: MediaStream | null;
}

/** A view that can turn into another scene, as the engine does: pictures and choices stay. */
export interface FakeView extends CallView {
  become(scene: Scene): void;
}

export function fakeView(scene: Scene, { local, remote, screen }: Pictures): FakeView {
  const call = signal<Call>(callOf(scene));
  const controls = signal<Controls>({
    muted: false,
    cameraOff: false,
    lowData: false,
    ...scene.controls,
  });
  const notices = signal<readonly Notice[]>(scene.notices ?? []);
  const texts = signal<readonly ChatText[]>(scene.texts ?? []);
  const { newText } = scene;
  if (newText !== undefined) setTimeout(() => texts.value = [...texts.value, newText], SOON_MS);
  const camera = signal<Camera>(scene.camera ?? { facing: "user", canFlip: false });
  const extras = signal(scene.extras === null ? null : fakeExtras(scene.extras, screen));
  const choices = signal<Choices>({ ...NO_CHOICES, ...scene.choices });
  return {
    call,
    local: signal(local),
    remote: signal(remote),
    controls,
    camera,
    devices: signal(scene.devices ?? PLUGGED_IN),
    choices,
    choose(change) {
      choices.value = { ...choices.value, ...change };
    },
    friend: signal({ muted: false, cameraOff: false, videoPaused: false, ...scene.friend }),
    figures: signal(scene.figures ?? null),
    notices,
    texts,
    extras,
    verification: signal(scene.verification ?? { is: "open" }),
    verify() {},
    judgeCode() {},
    dispatch(event) {
      console.info("dispatch", JSON.stringify(event));
    },
    setMuted(muted) {
      controls.value = { ...controls.value, muted };
    },
    setCameraOff(cameraOff) {
      controls.value = { ...controls.value, cameraOff };
    },
    flipCamera() {
      const facing = camera.value.facing === "user" ? "environment" : "user";
      camera.value = { ...camera.value, facing };
    },
    setLowData(lowData) {
      controls.value = { ...controls.value, lowData };
    },
    sendText(text) {
      texts.value = [...texts.value, {
        id: texts.value.length,
        from: "me",
        text,
        at: Date.now(),
        delivery: "sent",
      }];
    },
    resumeDevice(device) {
      notices.value = notices.value.filter((each) => !("device" in each && each.device === device));
    },
    become(next) {
      batch(() => {
        call.value = callOf(next);
        texts.value = next.texts ?? texts.value;
        extras.value ??= fakeExtras(next.extras ?? undefined, screen);
      });
    },
    reportPlayback(refused) {
      const others = notices.value.filter(({ kind }) => kind !== "tap-to-hear");
      notices.value = refused ? [...others, { kind: "tap-to-hear" }] : others;
    },
  };
}

function callOf({ state, online = true }: Scene): Call {
  return { state, online, asksFirst: false, known: null };
}
