/** A screen with a colour and a tone of its own, and how a friend sees it. */
import { assert } from "@std/assert";
import { COLOUR_TOLERANCE, type Rgb, TONE_TOLERANCE_HZ } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { listenFor, lookFor } from "../rig/page_senses.ts";

const LABEL = "Friend’s screen";
const TIMEOUT_MS = 20_000;

export interface PlayedScreen {
  readonly colour: Rgb;
  /** `null`: without sound. */
  readonly toneHz: number | null;
  /** The browser takes the call out of the sound. */
  readonly restrictOwnAudio?: boolean;
  /** `noise` around the colour takes every bit it gets; `plain` next to none. */
  readonly texture?: "plain" | "noise";
}

interface ScreenWindow {
  /** Presses the browser's own "Stop sharing". */
  stopInBrowser(): void;
}

/** Whatever is asked for from now on is this screen: no browser without a display has another. */
export async function playScreen(person: LaunchedPerson, screen: PlayedScreen): Promise<void> {
  await person.page.evaluate(({ colour, toneHz, restrictOwnAudio = true, texture = "plain" }) => {
    navigator.mediaDevices.getDisplayMedia = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 640;
      canvas.height = 360;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      let count = 0;
      const grain = (context: CanvasRenderingContext2D) => {
        const image = context.getImageData(0, 0, 640, 360);
        for (let at = 0; at < image.data.length; at += 4) {
          const shade = Math.random() * 60 - 30;
          for (const channel of [0, 1, 2]) image.data[at + channel]! += shade;
        }
        context.putImageData(image, 0, 0);
      };
      const paint = () => {
        if (context === null) return;
        context.fillStyle = `rgb(${colour.join()})`;
        context.fillRect(0, 0, 640, 360);
        if (texture === "noise") grain(context);
        // What stands still is not sent again.
        context.fillStyle = count++ % 2 === 0 ? "#000" : "#fff";
        context.fillRect(0, 0, 8, 8);
      };
      const timer = setInterval(paint, 100);
      paint();
      const stream = canvas.captureStream(10);
      const [picture] = stream.getVideoTracks();
      if (picture === undefined) return Promise.reject(new TypeError("No picture"));
      picture.getSettings = () => ({ displaySurface: "monitor" });
      (globalThis as unknown as ScreenWindow).stopInBrowser = () => {
        clearInterval(timer);
        picture.stop();
        picture.dispatchEvent(new Event("ended"));
      };
      if (toneHz !== null) {
        const audio = new AudioContext();
        const tone = new OscillatorNode(audio, { frequency: toneHz });
        const sink = new MediaStreamAudioDestinationNode(audio);
        tone.connect(new GainNode(audio, { gain: 0.25 })).connect(sink);
        tone.start();
        for (const track of sink.stream.getAudioTracks()) {
          track.getSettings = () => ({ restrictOwnAudio }) as MediaTrackSettings;
          stream.addTrack(track);
        }
      }
      return Promise.resolve(stream);
    };
  }, screen);
}

export async function stopInBrowser(person: LaunchedPerson): Promise<void> {
  await person.page.evaluate(() => (globalThis as unknown as ScreenWindow).stopInBrowser());
}

/** Whatever is asked for from now on fails like this. */
export async function failScreen(person: LaunchedPerson, name: string): Promise<void> {
  await person.page.evaluate((name) => {
    navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException("No", name));
  }, name);
}

export async function expectScreen(
  person: LaunchedPerson,
  { colour, toneHz }: Pick<PlayedScreen, "colour" | "toneHz">,
): Promise<void> {
  const common = { label: LABEL, timeoutMs: TIMEOUT_MS };
  const seen = await person.page.evaluate(lookFor, {
    ...common,
    colour,
    tolerance: COLOUR_TOLERANCE,
  });
  assert(seen.found, `${person.name} should see a screen of ${colour} but saw ${seen.last}`);
  if (toneHz === null) return;
  const sound = { toneHz, toleranceHz: TONE_TOLERANCE_HZ };
  const heard = await person.page.evaluate(listenFor, { ...common, ...sound });
  assert(heard.found, `${person.name} should hear ${toneHz} Hz but heard ${heard.last}`);
}

/** Some screen that moves, whatever its colours. */
export async function expectMovingScreen(person: LaunchedPerson): Promise<void> {
  const seen = await person.page.evaluate(lookFor, {
    label: LABEL,
    timeoutMs: TIMEOUT_MS,
    colour: "changing" as const,
    tolerance: 0,
  });
  assert(seen.found, `${person.name} should see a screen that moves but saw ${seen.last}`);
}

export async function expectNoScreen(person: LaunchedPerson): Promise<void> {
  await person.page.getByLabel(LABEL, { exact: true }).waitFor({ state: "detached" });
  await person.page.locator(".friend[data-size=large]").waitFor();
}
