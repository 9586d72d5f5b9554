/**
 * The fault matrix. One call per setting and per person it happens to; the faults follow each other
 * in it, and after each the two must see and hear each other again without anybody's help.
 */
import { assert } from "@std/assert";
import { testUnless } from "../rig/not_run.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { chosenFaults, type Fault, type Who } from "./faults.ts";
import { heard, listen, sendText, waitText } from "./observe.ts";
import { meetIn, type Scene, setScene } from "./scene.ts";
import { chosenSettings } from "./settings.ts";
import { noteRow } from "./table.ts";

for (const { name, options, whyNot } of chosenSettings()) {
  for (const who of ["first", "second"] as const) {
    testUnless(whyNot, `fault matrix: ${name}, it happens to the ${who} comer`, async (test) => {
      await using scene = await setScene(options);
      await meetIn(scene);
      await listen(scene.first);
      await listen(scene.second);
      for (const fault of chosenFaults()) {
        await test.step(fault.name, () => suffer(scene, { fault, who, browsers: name }));
      }
    });
  }
}

/** Waits until the page no longer says that the server cannot be reached. */
async function online(person: LaunchedPerson): Promise<void> {
  const offline = person.page.getByRole("status").filter({ hasText: "Server unreachable" });
  await offline.waitFor({ state: "detached" });
}

/** Waits until both are in the call; a failure tells what each of them saw instead. */
async function connected({ first, second }: Scene): Promise<void> {
  const waits = [first, second].map((person) => person.waitState("connected"));
  const seen = (await Promise.allSettled(waits))
    .flatMap((wait) => wait.status === "rejected" ? [String(wait.reason)] : []);
  if (seen.length > 0) throw new Error(seen.join("\n"));
}

interface Case {
  readonly fault: Fault;
  readonly who: Who;
  readonly browsers: string;
}

async function suffer(scene: Scene, { fault, who, browsers }: Case): Promise<void> {
  const other = who === "first" ? "second" : "first";
  const before = await scene[other].peerConnections();
  const texts = [`${fault.name} 1 ${who}`, `${fault.name} 2 ${who}`];
  const [early, late] = texts as [string, string];
  await Promise.all([heard(scene.first), heard(scene.second)]);
  await sendText(scene[other], early);
  await waitText(scene[who], early);
  await Promise.all([scene.first.resetFrameGap(), scene.second.resetFrameGap()]);
  const end = await fault.strike(scene, who);
  // Sent while it lasts, often before anybody can know: it must arrive all the same.
  await sendText(scene[other], late);
  const endedAt = await end();
  if (fault.newPage) await listen(scene[who]);
  await connected(scene);
  await Promise.all([scene.first.waitFrames(2), scene.second.waitFrames(2)]);
  const backs = await Promise.all([scene.first.pictureBackAt(), scene.second.pictureBackAt()]);
  const afterMs = Math.max(0, ...backs.map((backAt) => (backAt ?? endedAt) - endedAt));
  const stoodMs = await scene[other].largestFrameGapMs();
  await Promise.all([
    scene.first.expectSees(scene.second),
    scene.second.expectSees(scene.first),
  ]);
  await waitText(scene[who], late);
  await Promise.all([online(scene.first), online(scene.second)]);
  const after = await scene[other].peerConnections();
  const sameConnection = after.length === before.length;
  noteRow({
    fault: fault.name,
    who: `${who} comer`,
    browsers,
    cameBack: true,
    afterMs,
    goalMs: fault.goalMs,
    stoodMs,
    sameConnection,
    textsLost: 0,
    said: [await heard(scene[who]), await heard(scene[other])],
  });
  if (fault.newPage) assert(!sameConnection, "a new page has a new connection");
  // For the other faults the table tells: a new connection is the last rung of the ladder.
  if (fault.name === "server killed") assert(sameConnection, "a server's end is not the call's");
  // With a Firefox a new connection follows once the seat is there again, though the old one carries.
  if (browsers.includes("firefox")) await connected(scene);
  assert(await scene.first.state() === "connected");
}
