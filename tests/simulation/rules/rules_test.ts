/** A rule that cannot fail proves nothing: each is broken on purpose once. */
import { assertEquals } from "@std/assert";
import { SERVER } from "../models/network.ts";
import { type Cast, everybody, live } from "../run/life.ts";
import { script } from "../schedule/script.ts";

/** A calm life in which `sabotage` happens once, when both have been connected for a while. */
async function brokenRule(sabotage: (cast: Cast) => void, untilS = 12): Promise<string | null> {
  const plan = script({
    name: "sabotage",
    schedule: [[untilS, { kind: "write", who: 0, count: 1 }]],
  });
  let done = false;
  const { breaches } = await live(plan, (cast) => {
    if (done || cast.world.scheduler.now < 8_000) return;
    done = true;
    sabotage(cast);
  });
  return breaches[0]?.rule ?? null;
}

Deno.test("rules: a calm life breaks none", async () => {
  assertEquals(await brokenRule(() => {}), null);
});

Deno.test("rules: whoever wants to talk is connected, or reads why not", async () => {
  const rule = await brokenRule(({ world: { network }, browsers }) => {
    const [ann, ben] = browsers;
    if (ann === undefined || ben === undefined) return;
    for (const other of [ben.name, SERVER]) network.cut(ann.name, other);
  });
  assertEquals(rule, "whoever wants to talk is connected, or reads why not");
});

Deno.test("rules: who says connected receives", async () => {
  const rule = await brokenRule((cast) => {
    for (const { page } of everybody(cast)) {
      for (const pc of page.connections) {
        // Its statistics go on to grow, though nothing comes.
        let packetsReceived = 10_000;
        pc.getStats = () => {
          const entry = { id: "I", type: "inbound-rtp", kind: "audio", packetsReceived };
          packetsReceived += 10;
          return Promise.resolve(new Map([["I", entry]]));
        };
      }
    }
    cast.world.network.cut("Ann", "Ben");
    cast.world.network.cut("Ben", "Ann");
  });
  assertEquals(rule, "who says connected receives");
});

Deno.test("rules: a picture that is decoded and never shown is none", async () => {
  const rule = await brokenRule((cast) => {
    for (const { page } of everybody(cast)) {
      for (const pc of page.connections) pc.videoFrozen = true;
    }
  });
  assertEquals(rule, "who says connected receives");
});

Deno.test("rules: nobody sends media without a seat they asked for", async () => {
  const rule = await brokenRule(({ people }) => {
    if (people[0] !== undefined) people[0].asked = null;
  });
  assertEquals(rule, "nobody sends unasked");
});

Deno.test("rules: a text is shown once", async () => {
  const rule = await brokenRule(({ people: [ann] }) => {
    ann?.write(1);
    const text = ann?.written[0]?.text;
    if (text !== undefined) ann?.page.view.sendText(text);
  });
  assertEquals(rule, "every text once, in order, to whom it was meant");
});

Deno.test("rules: a text is shown to whom it was meant", async () => {
  const rule = await brokenRule(({ people: [ann] }) => {
    ann?.write(1);
    for (const letter of ann?.written ?? []) letter.to = "somebody else";
  });
  assertEquals(rule, "every text once, in order, to whom it was meant");
});

Deno.test("rules: a page does not storm the server", async () => {
  const rule = await brokenRule(({ people: [ann], world }) => {
    for (let i = 0; i < 30; i++) ann?.page.socketsAt.push(world.scheduler.now);
  });
  assertEquals(rule, "no storm of sockets");
});

Deno.test("rules: a bug of a page or the server is one", async () => {
  const rule = await brokenRule(({ people: [ann] }) => {
    if (ann !== undefined) {
      ann.page.actor.after(0, () => void ann.page.view.call.value.state.name.at(0)!.repeat(-1));
    }
  });
  assertEquals(rule, "no bugs");
});
