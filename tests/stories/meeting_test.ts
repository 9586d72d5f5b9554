import { assertEquals, assertLess } from "@std/assert";
import { ada, bob, carla, dev } from "../rig/people.ts";
import { enter, expectCall, meet, story } from "./company.ts";

/** Software encoders of five browsers share two cores: a slow frame is no lost connection. */
const STANDING_PICTURE_MS = 1_500;

story("1: on arrival the browser asks for camera and microphone", async (company) => {
  const first = await company.invite(ada, { media: "pending" });
  await first.open(company.app.url);
  assertEquals(await first.waitState("permission"), "permission");
  await first.page.getByRole("status").filter({ hasText: "asking" }).waitFor();
});

story("2: after permission I am asked for a room name", async (company) => {
  const first = await company.invite(ada);
  await first.open(company.app.url);
  await first.waitState("prompt");
  const prompt = first.page.getByRole("dialog");
  await prompt.getByRole("textbox", { name: "Room name" }).waitFor();
  await prompt.getByRole("button", { name: "Join", exact: true }).waitFor();
  await prompt.getByRole("button", { name: "Cancel", exact: true }).waitFor();
  await first.page.getByLabel("You", { exact: true }).waitFor();
});

story("3: a name nobody uses yet creates the room", async (company) => {
  const first = await company.invite(ada);
  await enter(company, first, "A new room");
  await first.waitState("waiting");
  assertEquals(new URL(first.page.url()).pathname, "/r/A%20new%20room");
});

story(
  "4: a friend who types the same name joins me, we see and hear each other",
  async (company) => {
    const [first, second] = await meet(company, [ada, bob], "Kitchen");
    await second.press("Leave");
    await second.waitState("ended");
    await first.waitState("waiting");
  },
);

story("4: another spelling of the same name is the same room", async (company) => {
  const first = await company.invite(ada);
  const second = await company.invite(bob);
  await enter(company, first, "  Straße  5 ");
  await first.waitState("waiting");
  await enter(company, second, "STRASSE 5");
  await expectCall(first, second);
});

story("5: a third is told that the room is full and can try another", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  const before = [await first.peerConnections(), await second.peerConnections()] as const;
  await first.resetFrameGap();
  await second.resetFrameGap();
  const third = await company.invite(carla);
  await enter(company, third, "kitchen");
  await third.waitState("full");
  await third.page.getByRole("alert").filter({ hasText: "full" }).waitFor();
  await first.waitFrames(15);
  await second.waitFrames(15);
  await first.expectSameConnections(before[0]);
  await second.expectSameConnections(before[1]);
  for (const person of [first, second]) {
    assertEquals(await person.state(), "connected");
    const gapMs = await person.largestFrameGapMs();
    assertLess(gapMs, STANDING_PICTURE_MS, `${person.name}'s picture of the friend stood still`);
  }
  await third.join("Garden");
  await third.waitState("waiting");
});

story("6: any number of rooms, each name its own", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  const [third, fourth] = await meet(company, [carla, dev], "Garden");
  await first.expectSees(second);
  await third.expectSees(fourth);
});

story("8: cancelling, or a blank name, asks again for a valid one", async (company) => {
  const first = await company.invite(ada);
  await first.open(company.app.url);
  await first.waitState("prompt");
  const alert = first.page.getByRole("alert");
  await first.press("Cancel");
  await alert.filter({ hasText: "needs a room" }).waitFor();
  await first.join("");
  await alert.filter({ hasText: "room name first" }).waitFor();
  await first.join("   \t ");
  await alert.filter({ hasText: "room name first" }).waitFor();
  await first.join("x".repeat(65));
  await alert.filter({ hasText: "too long" }).waitFor();
  assertEquals(await first.state(), "prompt");
  assertEquals(await first.page.evaluate(typeRightAfter, "Pantry"), "Pantry");
  await first.join("Kitchen");
  await first.waitState("waiting");
});

/** Runs in the page: submits blanks, types a name in the next task, and tells what then stands there. */
async function typeRightAfter(name: string): Promise<string> {
  const input = document.querySelector<HTMLInputElement>("#room-name");
  const type = (text: string) => {
    if (input === null) return;
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  type("  ");
  input?.form?.requestSubmit();
  await new Promise((resolve) => setTimeout(resolve));
  type(name);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What a component does after painting is done by then.
  for (let frames = 0; frames < 10; frames++) await frame();
  return input?.value ?? "";
}
