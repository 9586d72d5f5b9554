import { assertEquals } from "@std/assert";
import { joinedMessage } from "../../tests/fakes/server_messages.ts";
import type { Effect } from "./effects.ts";
import { createLoop, type Loop } from "./run.ts";
import { type Call, initialCall, requestOf } from "./state.ts";

interface Options {
  readonly run?: (effect: Effect, loop: Loop) => void;
  readonly after?: (call: Call, before: Call) => void;
}

function start({ run = () => {}, after = () => {} }: Options = {}) {
  const first = initialCall({ room: "", enter: false });
  const shown = { value: first };
  const bugs: string[] = [];
  const ran: Effect["type"][] = [];
  let count = 0;
  const loop: Loop = createLoop({
    first,
    show: (call) => shown.value = call,
    run(effect) {
      ran.push(effect.type);
      run(effect, loop);
    },
    after,
    moment: () => ({ now: 0, id: `moment-${count++}` }),
    bug: (what) => bugs.push(what),
  });
  return { shown, bugs, ran, loop };
}

function joinRoom(loop: Loop): void {
  loop.dispatch({ type: "socket-open" });
  loop.dispatch({ type: "media-ready" });
  loop.dispatch({ type: "join", room: "Kitchen" });
}

Deno.test("loop: a throwing effect loses neither the step's other effects nor the screen", () => {
  const { loop, shown, bugs, ran } = start({
    run(effect) {
      if (effect.type === "join") throw new Error("Cannot join");
    },
  });
  joinRoom(loop);
  assertEquals(ran.slice(-2), ["join", "start-timer"]);
  assertEquals(bugs, ["effect join"]);
  assertEquals(shown.value.state.name, "joining");
});

Deno.test("loop: what throws after a step is reported, and the next event is taken", () => {
  const { loop, shown, bugs } = start({
    after() {
      throw new Error("Cannot follow");
    },
  });
  joinRoom(loop);
  assertEquals([bugs.length, shown.value.state.name], [3, "joining"]);
});

Deno.test("loop: an event that an effect causes waits for the rest of its step", () => {
  const { loop, ran, shown } = start({
    run(effect, loop) {
      if (effect.type !== "join") return;
      loop.dispatch({ type: "server", message: joinedMessage(requestOf(loop.call.state) ?? "") });
    },
  });
  joinRoom(loop);
  assertEquals(shown.value.state.name, "waiting");
  assertEquals(ran.indexOf("start-timer") < ran.indexOf("remember-seat"), true);
});

Deno.test("loop: the step is followed up after its effects, with the call before and after", () => {
  const seen: string[] = [];
  const { loop } = start({
    run: (effect) => seen.push(effect.type),
    after: (call, before) => seen.push(`${before.state.name} → ${call.state.name}`),
  });
  loop.dispatch({ type: "media-failed", problem: { cause: "in-use", devices: [] } });
  loop.dispatch({ type: "try-again" });
  assertEquals(seen, ["permission → blocked", "acquire-media", "blocked → blocked"]);
});
