import { assert, assertEquals } from "@std/assert";
import { ada, bob, carla } from "./people.ts";
import { launchPerson } from "./person.ts";
import { serveBareCall } from "./bare_call.ts";

Deno.test("two people see and hear each other, and nobody else", async () => {
  await using server = serveBareCall();
  await using first = await launchPerson(ada);
  await using second = await launchPerson(bob);
  for (const person of [first, second]) {
    await person.open(server.url);
    await person.waitState("prompt");
    await person.join("kitchen");
    await person.waitState("waiting", "connecting", "connected");
  }
  await Promise.all([first.expectSees(second), second.expectSees(first)]);
  let mistaken = true;
  await first.expectSees(carla, 1_000).catch(() => mistaken = false);
  assert(!mistaken, "Bob passed for Carla");

  const before = await first.peerConnections();
  assertEquals(before.length, 1);
  await first.resetFrameGap();
  const frames = await first.framesDecoded();
  await first.waitFrames(10);
  assert(await first.framesDecoded() > frames);
  assert(await first.largestFrameGapMs() < 1_000);
  await first.expectSameConnections(before);
  assertEquals((await first.path())?.local, "host");

  await second.crash();
  await using back = await second.comeBack();
  await back.open(server.url);
  await back.join("kitchen");
  await Promise.all([first.expectSees(back), back.expectSees(first)]);
  first.expectClean();
  back.expectClean();
  first.expectOnlyOwnOrigin();
  back.expectOnlyOwnOrigin();
});
