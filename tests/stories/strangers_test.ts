/** A third person who knows the room's name, while something is wrong with the server or a network. */
import { assertEquals, assertLess } from "@std/assert";
import { startPair } from "../attacks/target.ts";
import { sendText, waitText } from "../networks/observe.ts";
import { ada, bob, carla } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { startTcpProxy } from "../rig/tcp_proxy.ts";
import { enter, expectCall, meet, story } from "./company.ts";

/** A seat whose socket is lost is held this long, ms. */
const HOLD_MS = 15_000;
/** Software encoders of three browsers share two cores: a slow frame is no lost connection. */
const STANDING_PICTURE_MS = 1_500;
/** What nobody inside may see when a third only knocks. */
const DISTURBED = /Reconnecting|Weak connection|lost the connection|Somebody new/;

story(
  "strangers: a slow server gives no seat away, and nobody inside notices the third",
  async (company) => {
    await using pair = await startPair();
    const one = { ...company, app: pair.one };
    const two = { ...company, app: pair.two };
    const [first, second] = await meet(one, [ada, bob], "Kitchen");
    pair.proxyOfOne.delayMs = pair.proxyOfTwo.delayMs = 700;
    const watch = await watchOver(first, second);
    const third = await company.invite(carla);
    await enter(two, third, "Kitchen");
    await third.waitState("full");
    await tryByItself(third);
    await elapse(first, HOLD_MS + 5_000);
    assertEquals(await third.state(), "full");
    await watch.expectUndisturbed();
    // Everybody goes before the two servers do.
    for (const person of [first, second, third]) await person.page.goto("about:blank");
  },
);

story(
  "strangers: a cut socket hands no living call over, and nobody inside notices the third",
  async (company) => {
    const port = Number(new URL(company.app.url).port);
    await using way = startTcpProxy({ target: () => port });
    const first = await company.invite(ada);
    const second = await company.invite(bob);
    await enter(company, first, "Kitchen");
    await first.waitState("waiting");
    await second.open(`http://localhost:${way.port}/`);
    await second.waitState("prompt");
    await second.join("Kitchen");
    await expectCall(first, second);
    // Every attempt to come back is a complaint of the browser's own.
    company.allow(/WebSocket connection to|net::ERR_|Failed to load resource/);
    const watch = await watchOver(first, second);
    way.cut();
    const third = await company.invite(carla);
    await enter(company, third, "Kitchen");
    await third.waitState("full");
    await tryByItself(third);
    await elapse(first, 2 * HOLD_MS);
    assertEquals(await third.state(), "full");
    await watch.expectUndisturbed();
    way.mend();
    await second.page.getByText("Server unreachable").waitFor({ state: "hidden" });
    await expectCall(first, second);
  },
);

story("strangers: words for the friend never reach who takes the seat after", async (company) => {
  const [first, second] = await meet(company, [ada, bob], "Kitchen");
  await second.crash();
  await first.waitState("reconnecting", "waiting");
  await sendText(first, "only for Bob");
  const third = await company.invite(carla);
  await enter(company, third, "Kitchen");
  if (await third.waitState("full", "connected") === "full") await tryByItself(third);
  await expectCall(first, third);
  // What is written now does arrive, and what was written before would have come first.
  await sendText(first, "for whoever is here");
  await waitText(third, "for whoever is here");
  assertEquals(await third.page.getByText("only for Bob").count(), 0);
});

/** Takes notes of two people who should notice nothing from now on. */
async function watchOver(...people: readonly LaunchedPerson[]) {
  const before = await Promise.all(people.map((person) => person.peerConnections()));
  for (const person of people) await person.resetFrameGap();
  return {
    /** Still connected over the same connections, frames flowing, and nothing said of a third. */
    async expectUndisturbed(): Promise<void> {
      for (const [index, person] of people.entries()) {
        assertEquals(await person.state(), "connected");
        await person.expectSameConnections(before[index] ?? []);
        const gapMs = await person.largestFrameGapMs();
        assertLess(
          gapMs,
          STANDING_PICTURE_MS,
          `${person.name}'s picture of the friend stood still`,
        );
        const said = await person.page.getByRole("status").allInnerTexts();
        assertEquals(said.filter((text) => DISTURBED.test(text)), [], person.name);
      }
    },
  };
}

async function tryByItself(third: LaunchedPerson): Promise<void> {
  await third.page.getByRole("switch", { name: "Join by itself when a place is free" }).click();
}

/** So long must nothing happen: counted by the page, whose frames it also takes. */
async function elapse(person: LaunchedPerson, ms: number): Promise<void> {
  await person.page.waitForTimeout(ms);
  await person.waitFrames(5);
}
