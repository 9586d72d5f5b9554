import { ada, bob } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { expectCall, meet, meetWith, story } from "./company.ts";

/** What the browser does when a device is unplugged: the track ends. */
async function endOwnTrack(person: LaunchedPerson, kind: "audio" | "video"): Promise<void> {
  await person.page.evaluate((kind) => {
    const own = document.querySelector<HTMLVideoElement>('video[aria-label="You"]');
    const track = (own?.srcObject as MediaStream).getTracks().find((each) => each.kind === kind);
    track?.stop();
    track?.dispatchEvent(new Event("ended"));
  }, kind);
}

for (const kind of ["video", "audio"] as const) {
  story(`devices: the ${kind} device goes away, the next one is taken`, async (company) => {
    const [first, second] = await meet(company, [ada, bob], "Kitchen");
    const before = await second.peerConnections();
    await endOwnTrack(first, kind);
    await first.page.getByRole("status").filter({ hasText: "was disconnected. Now using" })
      .waitFor();
    await expectCall(first, second);
    await second.expectSameConnections(before);
  });
}

story(
  "devices: nothing is left to take, the call goes on and one tap asks again",
  async (company) => {
    const [first, second] = await meet(company, [ada, bob], "Kitchen");
    await first.page.evaluate(() => {
      const { mediaDevices } = navigator;
      const real = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("Requested device not found", "NotFoundError"));
      // Plugged in again by the test.
      (globalThis as unknown as { plugIn(): void }).plugIn = () => mediaDevices.getUserMedia = real;
    });
    await endOwnTrack(first, "audio");
    await first.page.getByText("your friend can’t hear you").first().waitFor();
    await second.waitFrames(5);
    await first.page.evaluate(() => (globalThis as unknown as { plugIn(): void }).plugIn());
    await first.page.getByRole("button", { name: /Resume|Ask again/ }).click();
    await expectCall(first, second);
  },
);

story(
  "devices: permission taken back in the call is said, and can be given again",
  async (company) => {
    const [first, second] = await meetWith(
      company,
      [[ada, { media: "refused" }], [bob, {}]],
      "Kitchen",
      async (person) => {
        if (person.name === "Ada") await person.context.grantPermissions(["camera", "microphone"]);
      },
    );
    await first.context.clearPermissions();
    await first.page.getByText(/no longer lets Duet use|was disconnected/).first().waitFor();
    await second.waitState("connected");
    await first.context.grantPermissions(["camera", "microphone"]);
    for (const _device of ["camera", "microphone"]) {
      await first.page.getByRole("button", { name: /Resume|Ask again/ }).first().click();
    }
    await expectCall(first, second);
  },
);

story("devices: a browser that wants a tap before it plays gets a button", async (company) => {
  const first = await company.invite(ada);
  await first.page.addInitScript(() => {
    const real = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      const wantsTap = this.getAttribute("aria-label") === "Friend" && !this.muted &&
        !(globalThis as unknown as { tapped: boolean }).tapped;
      return wantsTap
        ? Promise.reject(new DOMException("play() needs a gesture", "NotAllowedError"))
        : real.call(this);
    };
    addEventListener("click", ({ target }) => {
      const button = (target as Element).closest("button");
      if (button?.textContent?.includes("hear")) {
        (globalThis as unknown as { tapped: boolean }).tapped = true;
      }
    }, { capture: true });
  });
  const second = await company.invite(bob);
  await first.open(company.app.url);
  await first.waitState("prompt");
  await first.join("Kitchen");
  await second.open(company.app.url);
  await second.waitState("prompt");
  await second.join("Kitchen");
  await first.page.getByRole("button", { name: "Tap to hear your friend" }).click();
  await expectCall(first, second);
});

story("low data: the picture is capped without a new connection", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  const before = await first.peerConnections();
  await first.press("Settings");
  await first.page.getByRole("switch", { name: "Low data" }).click();
  await first.page.waitForFunction(() => {
    const { connections } = (globalThis as unknown as {
      duetRig: { connections: RTCPeerConnection[] };
    }).duetRig;
    return connections.filter(({ connectionState }) => connectionState === "connected").some((pc) =>
      pc.getSenders().some((sender) =>
        sender.track?.kind === "video" &&
        sender.getParameters().encodings[0]?.maxBitrate === 250_000
      )
    );
  });
  await first.expectSameConnections(before);
  await second.expectSees(first);
});
