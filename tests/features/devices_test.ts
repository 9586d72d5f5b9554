/** Which camera, microphone and loudspeaker: chosen before and during a call, between two browsers. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { findFirefox } from "../rig/browsers.ts";
import { testUnless } from "../rig/not_run.ts";
import { ada, bob, carla } from "../rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../rig/person.ts";
import { startApp } from "../rig/app.ts";

const ROOM = "Harbor of the quiet otter";
const firefox = findFirefox();

type Kind = "audio" | "video";

/** What one's own track says of itself. */
function settingsOf({ page }: LaunchedPerson, kind: Kind): Promise<MediaTrackSettings> {
  return page.evaluate((kind) => {
    const own = document.querySelector<HTMLVideoElement>('video[aria-label="You"]');
    const stream = own?.srcObject as MediaStream;
    return stream.getTracks().find((track) => track.kind === kind)?.getSettings() ?? {};
  }, kind);
}

function combobox({ page }: LaunchedPerson, name: string) {
  return page.getByRole("combobox", { name, exact: true });
}

function toggle({ page }: LaunchedPerson, name: string) {
  return page.getByRole("switch", { name, exact: true });
}

/** Takes the option and waits until the browser has that device open; returns its id. */
async function choose(person: LaunchedPerson, name: string, label: RegExp): Promise<string> {
  const list = combobox(person, name);
  const option = list.locator("option").filter({ hasText: label }).last();
  const id = await option.getAttribute("value") ?? "";
  await list.selectOption(id);
  return id;
}

async function usesMicrophone(person: LaunchedPerson, id: string): Promise<void> {
  await person.page.waitForFunction((id) => {
    const own = document.querySelector<HTMLVideoElement>('video[aria-label="You"]');
    const [track] = (own?.srcObject as MediaStream | null)?.getAudioTracks() ?? [];
    return track?.getSettings().deviceId === id;
  }, id);
}

/** Hides devices by their label from the page, as if they were unplugged, and shows them again. */
function installPlugs(): void {
  const { mediaDevices } = navigator;
  const hidden = new Set<string>();
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ label }) => !hidden.has(label));
  mediaDevices.getUserMedia = async (constraints) => {
    const gone = (await list()).filter(({ label }) => hidden.has(label));
    const { audio } = constraints ?? {};
    if (typeof audio === "object" && typeof audio.deviceId === "object") {
      const { exact } = audio.deviceId as { exact?: string };
      if (gone.some(({ deviceId }) => deviceId === exact)) {
        throw new OverconstrainedError("deviceId");
      }
    }
    return await open(constraints);
  };
  Object.assign(globalThis, {
    plug(label: string, isIn: boolean) {
      if (isIn) hidden.delete(label);
      else hidden.add(label);
      const own = document.querySelector<HTMLVideoElement>('video[aria-label="You"]');
      const tracks = (own?.srcObject as MediaStream | null)?.getTracks() ?? [];
      for (const track of tracks.filter(({ label }) => hidden.has(label))) {
        track.stop();
        track.dispatchEvent(new Event("ended"));
      }
      mediaDevices.dispatchEvent(new Event("devicechange"));
    },
  });
}

async function plug({ page }: LaunchedPerson, label: string, isIn: boolean): Promise<void> {
  await page.evaluate(
    ([label, isIn]) => {
      const { plug } = globalThis as unknown as { plug(label: string, isIn: boolean): void };
      plug(label, isIn);
    },
    [label, isIn] as const,
  );
}

async function meter({ page }: LaunchedPerson, isLoud: boolean): Promise<void> {
  await page.waitForFunction((isLoud) => {
    const meter = document.querySelector('[role="meter"]');
    return (Number(meter?.getAttribute("aria-valuenow")) > 10) === isLoud;
  }, isLoud);
}

testUnless(
  "why" in firefox ? firefox.why : undefined,
  "devices: chosen on the prompt and in the call, between Chromium and Firefox",
  async (t) => {
    await using app = await startApp();
    await using one = await launchPerson(ada);
    await using other = await launchPerson(bob, { browser: "firefox" });
    await one.page.addInitScript(installPlugs);

    await t.step("on the prompt one mutes, turns the camera off and sets devices up", async () => {
      await one.open(app.url);
      await one.waitState("prompt");
      await one.press("Settings");
      await meter(one, true);
      await one.press("Mute");
      await meter(one, false);
      await one.press("Turn camera off");
      await one.page.getByText("Your camera is off").first().waitFor();
      const id = await choose(one, "Microphone", /^Fake Audio Input 1/);
      await usesMicrophone(one, id);
      assertNotEquals(id, "default");
      assert(await combobox(one, "Camera").isVisible());
      await toggle(one, "Noise suppression").click();
      // Chromium keeps to one way while the microphone is open: it counts from its next opening.
      assert(!await toggle(one, "Noise suppression").isChecked());
      // Escape closes the panel; the prompt is not cancelled by it.
      await one.page.keyboard.press("Escape");
      await one.page.locator(".sheet").waitFor({ state: "detached" });
      assertEquals(await one.page.getByRole("alert").count(), 0);
    });

    await t.step("it holds in the call", async () => {
      await one.join(ROOM);
      await one.waitState("waiting");
      await other.open(app.url);
      await other.waitState("prompt");
      await other.join(ROOM);
      await other.waitState("connected");
      await other.page.getByRole("status").filter({ hasText: "Your friend is muted" }).waitFor();
      await other.page.getByRole("status").filter({ hasText: "camera is off" }).waitFor();
      await one.press("Unmute");
      await one.press("Turn camera on");
      await other.expectSees(one);
      await one.expectSees(other);
    });

    await t.step(
      "another microphone in the call: no new connection, the voice goes on",
      async () => {
        const before = await one.peerConnections();
        await one.press("Settings");
        const id = await choose(one, "Microphone", /^Fake Audio Input 2/);
        await usesMicrophone(one, id);
        await other.expectHears(one);
        await one.expectSameConnections(before);
        assertEquals((await settingsOf(one, "audio")).noiseSuppression, false);
      },
    );

    await t.step("unplugged it falls back, plugged in again it returns", async () => {
      const label = "Fake Audio Input 2";
      const chosen = (await settingsOf(one, "audio")).deviceId ?? "";
      const options = () => combobox(one, "Microphone").locator("option").allInnerTexts();
      await plug(one, label, false);
      await one.page.getByText(`${label} isn’t connected`).waitFor();
      assert(!(await options()).includes(label));
      await usesMicrophone(one, "default");
      await other.expectHears(one);
      await plug(one, label, true);
      await usesMicrophone(one, chosen);
      await one.page.getByText(`${label} isn’t connected`).waitFor({ state: "detached" });
      assert((await options()).includes(label), "it is in the list at once");
      await other.expectHears(one);
    });

    await t.step(
      "the friend is heard from the chosen loudspeaker, the test sound too",
      async () => {
        const id = await choose(one, "Speaker", /^Fake Audio Output 1/);
        await one.page.waitForFunction((id) => {
          return document.querySelector<HTMLVideoElement>('video[aria-label="Friend"]')?.sinkId ===
            id;
        }, id);
        await one.press("Play a test sound");
        const button = one.page.getByRole("button", { name: "Play a test sound" });
        await one.page.waitForFunction(() =>
          document.querySelector(".device-actions [aria-disabled=true]") !== null
        );
        await button.and(one.page.locator("[aria-disabled=false]")).waitFor();
        await one.page.keyboard.press("Escape");
      },
    );

    await t.step("after a reload it is as it was", async () => {
      const before = await settingsOf(one, "audio");
      await one.reload();
      await one.waitState("connected");
      await usesMicrophone(one, before.deviceId ?? "");
      assertEquals((await settingsOf(one, "audio")).noiseSuppression, false);
      await other.expectHears(one);
    });

    await t.step(
      "Firefox: the same panel, another treatment of the sound, no new connection",
      async () => {
        const before = await other.peerConnections();
        await other.press("Settings");
        await meter(other, true);
        assert(await combobox(other, "Camera").isVisible());
        assertNotEquals(await combobox(other, "Microphone").inputValue(), "");
        await toggle(other, "Echo cancellation").click();
        await toggle(other, "Automatic gain").click();
        await one.expectHears(other);
        await other.expectSameConnections(before);
      },
    );
    one.expectClean();
    other.expectClean();
  },
);

testUnless(undefined, "ask before letting in: whoever comes waits for a word", async (t) => {
  await using app = await startApp();
  await using one = await launchPerson(ada);
  await using other = await launchPerson(bob);
  await using third = await launchPerson(carla);

  await t.step("the prompt says who can come in, and points out a name easy to guess", async () => {
    await one.open(app.url);
    await one.waitState("prompt");
    await one.page.getByText("Anyone who knows this name can come in, two people").waitFor();
    const name = one.page.getByRole("textbox", { name: "Room name" });
    await name.fill("test");
    await one.page.getByRole("status").filter({ hasText: "easy to guess" }).waitFor();
    await one.press("Suggest a name");
    await one.page.getByText("easy to guess").waitFor({ state: "detached" });
    await one.press("Settings");
    await toggle(one, "Ask before letting in").click();
    await one.page.keyboard.press("Escape");
  });

  await t.step("not let in, they read so", async () => {
    await one.join(ROOM);
    await one.waitState("waiting");
    await third.open(app.url);
    await third.waitState("prompt");
    await third.join(ROOM);
    await one.page.getByRole("alert").filter({ hasText: "Somebody wants to come in" }).waitFor();
    await third.page.getByText("They are being asked whether to let you in").waitFor();
    assertEquals([await one.state(), await third.state()], ["waiting", "connecting"]);
    await one.press("Don’t let them in");
    await third.waitState("ended");
    await third.page.getByRole("heading", { name: "You were not let in" }).waitFor();
    assertEquals(await one.state(), "waiting");
  });

  await t.step("let in, they see and hear each other", async () => {
    await other.open(app.url);
    await other.waitState("prompt");
    await other.join(ROOM);
    await one.page.getByRole("alert").filter({ hasText: "Somebody wants to come in" }).waitFor();
    assertEquals(await other.framesDecoded(), 0);
    await one.press("Let them in");
    await one.expectSees(other);
    await other.expectSees(one);
  });

  await t.step("story 9: a reload of either comes back without being asked about", async () => {
    await one.reload();
    await one.waitState("connected");
    await one.expectSees(other);
    await other.reload();
    await other.waitState("connected");
    await other.expectSees(one);
    assertEquals(await one.page.getByText("Somebody wants to come in").count(), 0);
  });
  for (const person of [one, other, third]) person.expectClean();
});
