/** "Can they hear me?": what is silent between two real browsers is said on both pages. */
import { assertEquals } from "@std/assert";
import { ada, bob } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { enter, meetWith, story } from "../stories/company.ts";

const MUTE_ADA = { ...ada, colour: [0, 0, 0], toneHz: 0 } as const;

async function isTold(person: LaunchedPerson, role: "alert" | "status", text: string) {
  const notice = person.page.getByRole(role).filter({ hasText: text });
  await notice.waitFor().catch(async (cause) => {
    const said = await person.page.locator(".toast, .hear").allInnerTexts();
    throw new Error(`${person.name} should be told “${text}” but is told “${said}”`, { cause });
  });
}

async function isToldNothing(person: LaunchedPerson) {
  await person.page.locator(".toast, .hear").first().waitFor({ state: "detached" });
}

/** What a program that takes the device does: from now on it gives nothing. */
async function sendNothing(person: LaunchedPerson, kind: "audio" | "video"): Promise<void> {
  await person.page.evaluate(async (kind) => {
    const { connections } = (globalThis as unknown as {
      duetRig: { connections: RTCPeerConnection[] };
    }).duetRig;
    const pc = connections.findLast(({ connectionState }) => connectionState === "connected");
    const sender = pc?.getSenders().find(({ track }) => track?.kind === kind);
    const page = globalThis as unknown as { own: MediaStreamTrack | null };
    page.own = sender?.track ?? null;
    await sender?.replaceTrack(kind === "audio" ? silence() : black());

    function silence(): MediaStreamTrack {
      const destination = new AudioContext().createMediaStreamDestination();
      // What nobody holds on to may end.
      Object.assign(globalThis, { destination });
      const { stream } = destination;
      return stream.getAudioTracks()[0] ?? null!;
    }
    function black(): MediaStreamTrack {
      const canvas = document.createElement("canvas");
      const context = canvas.getContext("2d");
      const paint = () => context?.fillRect(0, 0, canvas.width, canvas.height);
      paint();
      setInterval(paint, 50);
      return canvas.captureStream(20).getVideoTracks()[0] ?? null!;
    }
  }, kind);
}

async function sendAgain(person: LaunchedPerson, kind: "audio" | "video"): Promise<void> {
  await person.page.evaluate(async (kind) => {
    const page = globalThis as unknown as {
      duetRig: { connections: RTCPeerConnection[] };
      own: MediaStreamTrack | null;
    };
    const pc = page.duetRig.connections
      .findLast(({ connectionState }) => connectionState === "connected");
    await pc?.getSenders().find(({ track }) => track?.kind === kind)?.replaceTrack(page.own);
  }, kind);
}

async function changePlayer(person: LaunchedPerson, change: "mute" | "pause" | "turn down") {
  await person.page.evaluate((change) => {
    const video = document.querySelector<HTMLVideoElement>('video[aria-label="Friend"]');
    if (video === null) throw new Error("Cannot find the friend's video");
    if (change === "mute") video.muted = true;
    if (change === "pause") video.pause();
    if (change === "turn down") video.volume = 0;
  }, change);
}

story("hearing: a dead microphone and a covered camera are told to both", async (company) => {
  const first = await company.invite({ ...MUTE_ADA });
  const second = await company.invite(bob, { browser: "firefox" });
  await enter(company, first, "Kitchen");
  await first.waitState("waiting");
  await enter(company, second, "Kitchen");
  await isTold(first, "alert", "Your microphone sends silence");
  await isTold(second, "status", "Your friend’s microphone sends silence");
  await isTold(first, "alert", "Your friend sees only black");
  await isTold(second, "status", "Your friend’s camera shows only black");
  // Muted on purpose, off on purpose: no fault.
  await first.press("Mute");
  await first.press("Turn camera off");
  await isToldNothing(first);
  await isToldNothing(second);
});

story(
  "hearing: what is silent in a call is told to both, until it sounds again",
  async (company) => {
    const guests = [[ada, {}], [bob, { browser: "firefox" }]] as const;
    const [chromium, firefox] = await meetWith(company, guests, "Kitchen");
    for (const [here, there] of [[firefox, chromium], [chromium, firefox]] as const) {
      for (const change of ["mute", "pause", "turn down"] as const) {
        await changePlayer(here, change);
        const tap = here.page.getByRole("button", { name: "Tap to hear your friend" });
        await tap.waitFor();
        await isTold(there, "status", "Your friend’s sound is blocked");
        await tap.click();
        await isToldNothing(here);
        await isToldNothing(there);
        await here.expectHears(there);
      }
      await sendNothing(here, "audio");
      await isTold(here, "alert", "Your microphone sends silence");
      await isTold(there, "status", "Your friend’s microphone sends silence");
      await here.press("Check the microphone");
      await here.page.getByRole("heading", { name: "Settings" }).waitFor();
      await here.page.keyboard.press("Escape");
      await sendAgain(here, "audio");
      await isToldNothing(there);
      await sendNothing(here, "video");
      await isTold(here, "alert", "Your friend sees only black");
      await isTold(there, "status", "Your friend’s camera shows only black");
      await sendAgain(here, "video");
      await isToldNothing(here);
      await isToldNothing(there);
    }
    assertEquals([await chromium.state(), await firefox.state()], ["connected", "connected"]);
  },
);
