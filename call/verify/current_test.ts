import { assert, assertEquals } from "@std/assert";
import { FakeClock, settle } from "../../tests/fakes/clock.ts";
import type { ChannelMessage } from "../connection/channel.ts";
import type { Connection } from "../connection/connection.ts";
import type { Ends } from "../connection/ends.ts";
import { createCurrentVerification } from "./current.ts";

const ENDS: Ends = { offerer: "sha-256 aa", answerer: "sha-256 bb" };

function connectionOf(id: string, role: keyof Ends) {
  const said: ChannelMessage[] = [];
  const connection = {
    id,
    role,
    ends: () => ENDS,
    say(message: ChannelMessage) {
      said.push(message);
      return true;
    },
  } as unknown as Connection;
  return { connection, said };
}

function start(keys = new Map<string, string>()) {
  const clock = new FakeClock();
  const forged: string[] = [];
  const bugs: string[] = [];
  let ids = 0;
  const verification = createCurrentVerification({
    platform: {
      clock,
      keys: {
        get: (holder) => keys.get(holder) ?? null,
        set: (holder, key) => keys.set(holder, key),
      },
      newId: () => `nonce-${ids++}`,
      reportBug: (what) => bugs.push(what),
    },
    holder: () => "holder-friend",
    forged: (id) => forged.push(id),
  });
  return { clock, verification, forged, bugs };
}

/** The code is loaded when it is wanted: lets that happen. */
async function loaded(): Promise<void> {
  await import("./verification.ts");
  await settle();
}

Deno.test("verification: without a key nothing is said until somebody asks", async () => {
  const { verification } = start();
  const { connection, said } = connectionOf("link-1", "offerer");
  verification.follow(connection);
  verification.opened();
  await loaded();
  assertEquals([said, verification.state.value], [[], { is: "open" }]);
  verification.begin();
  await loaded();
  assertEquals(said.map((message) => message.type === "verify" && message.step), ["commit"]);
});

Deno.test("verification: with a key it is proved as the channel opens, unasked", async () => {
  const { verification } = start(new Map([["holder-friend", "key"]]));
  const { connection, said } = connectionOf("link-1", "offerer");
  verification.follow(connection);
  verification.opened();
  await loaded();
  assertEquals(said.map((message) => message.type === "verify" && message.step), ["proof"]);
});

Deno.test("verification: what was begun on a connection is nothing to the next one", async () => {
  const { verification, forged } = start();
  const first = connectionOf("link-1", "offerer");
  const second = connectionOf("link-2", "offerer");
  verification.follow(first.connection);
  verification.begin();
  verification.follow(second.connection);
  await loaded();
  assertEquals([first.said, second.said, verification.state.value], [[], [], { is: "open" }]);
  verification.begin();
  await loaded();
  verification.release();
  verification.receive({ type: "verify", step: "nonce", value: "late" });
  await loaded();
  assertEquals([verification.state.value, forged], [{ is: "open" }, []]);
});

/** Both codes are on the screens. */
async function comparing() {
  const run = start();
  const { connection, said } = connectionOf("link-1", "offerer");
  run.verification.follow(connection);
  run.verification.begin();
  await loaded();
  run.verification.receive({ type: "verify", step: "nonce", value: "their-nonce-of-128-bits" });
  await loaded();
  assert(run.verification.state.value.is === "comparing");
  return { ...run, said };
}

const DIFFER = { type: "verify", step: "differ", value: "" } as const;

Deno.test("verification: a difference ends the connection it was found on, when the friend has heard", async () => {
  const { clock, verification, forged, bugs, said } = await comparing();
  verification.judge(false);
  await loaded();
  assertEquals([said.at(-1), forged], [DIFFER, []]);
  clock.tick(300);
  assertEquals([verification.state.value.is, forged, bugs], ["broken", ["link-1"], []]);
});

Deno.test("verification: a friend who heard of it and is gone before changes nothing", async () => {
  const { clock, verification, forged } = await comparing();
  verification.judge(false);
  await loaded();
  verification.release();
  assertEquals(forged, ["link-1"]);
  clock.tick(300);
  assertEquals(forged, ["link-1"]);
});

Deno.test("verification: told of a difference, it is over at once", async () => {
  const { verification, forged } = await comparing();
  verification.receive(DIFFER);
  await loaded();
  assertEquals(forged, ["link-1"]);
});
