import { assertEquals } from "@std/assert";
import { fakeBrowser } from "../../tests/fakes/platform.ts";
import { createReactions, FLOAT_MS, MAX_FLOATING } from "./reactions.ts";

function both({ isSaid = true } = {}) {
  const { clock, platform } = fakeBrowser();
  const said: [string, unknown][] = [];
  const reactions = createReactions({
    platform,
    say(of, body) {
      said.push([of, body]);
      return isSaid;
    },
  });
  const shown = () => reactions.floating.value.map(({ from, sign }) => [from, sign]);
  return { clock, reactions, said, shown };
}

Deno.test("reactions: one is said and shown, and is gone after a moment", async () => {
  const { clock, reactions, said, shown } = both();
  reactions.react("🎉");
  assertEquals(said, [["reactions", { sign: "🎉" }]]);
  assertEquals(shown(), [["me", "🎉"]]);
  await clock.pass(FLOAT_MS);
  assertEquals(shown(), []);
});

Deno.test("reactions: what the friend cannot see is not shown either", () => {
  const { reactions, shown } = both({ isSaid: false });
  reactions.react("👍");
  assertEquals(shown(), []);
});

Deno.test("reactions: of the friend's messages only the six signs are read", () => {
  const { reactions, shown } = both();
  for (const body of [{ sign: "👏" }, { sign: "<b>" }, {}, { sign: "👏", more: 1 }]) {
    reactions.receive?.(body);
  }
  assertEquals(shown(), [["friend", "👏"]]);
});

Deno.test("reactions: a thousand of them do not cover the picture", () => {
  const { reactions, shown } = both();
  for (let count = 0; count < 1_000; count += 1) reactions.receive?.({ sign: "😂" });
  assertEquals(shown().length, MAX_FLOATING);
  reactions.react("👍");
  assertEquals(shown().at(-1), ["me", "👍"]);
});

Deno.test("reactions: those of one friend are not shown beside another", () => {
  const { reactions, shown } = both();
  reactions.with?.("holder");
  reactions.receive?.({ sign: "👏" });
  reactions.with?.("holder");
  assertEquals(shown().length, 1);
  reactions.with?.("stranger");
  assertEquals(shown(), []);
});
