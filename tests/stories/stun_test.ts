/** Nothing waits for a STUN server. */
import { createSocket } from "node:dgram";
import { assert } from "@std/assert";
import { startApp } from "../rig/app.ts";
import { launchPerson } from "../rig/person.ts";
import { ada, bob } from "../rig/people.ts";
import { testUnless } from "../rig/not_run.ts";
import { ISOLATED_VARIABLE } from "../rig/isolate.ts";
import { expectCall } from "./company.ts";

/** The machine's own address in the throw-away network; browsers gather nothing on loopback. */
const OWN_ADDRESS = Deno.env.has(ISOLATED_VARIABLE) ? "10.99.0.1" : "127.0.0.1";

testUnless(
  undefined,
  "stun: a server that never answers and one without a name cost no time",
  async () => {
    const { port, asked, close } = await silentStun();
    try {
      const env = { STUN_URLS: `stun:${OWN_ADDRESS}:${port} stun:stun.invalid:3478` };
      await using app = await startApp({ env });
      await using first = await launchPerson(ada);
      await using second = await launchPerson(bob);
      for (const person of [first, second]) {
        await person.page.addInitScript(noteGathering);
        await person.open(app.url);
        await person.waitState("prompt");
        await person.join("Kitchen");
        if (person === first) await first.waitState("waiting");
      }
      await expectCall(first, second);
      await asked;
      // The answer went out while its browser still waited for STUN.
      const gathering = await first.page.evaluate(gatheringAtAnswer);
      assert(gathering === "new" || gathering === "gathering", gathering);
    } finally {
      close();
    }
  },
);

testUnless(undefined, "stun: the first screen says what such a server learns", async () => {
  await using app = await startApp();
  await using person = await launchPerson(ada, { media: "pending" });
  await person.open(app.url);
  await person.waitState("permission");
  await person.page.getByText("That server learns this address: never the room").waitFor();
});

interface Notes {
  duetGathering?: string;
  duetRig: { connections: RTCPeerConnection[] };
}

/** Runs in the page: notes how far gathering was when the answer was sent. */
function noteGathering(): void {
  const page = globalThis as unknown as Notes;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (typeof data === "string" && data.includes('"kind":"answer"')) {
      page.duetGathering ??= page.duetRig.connections.at(-1)?.iceGatheringState ?? "none";
    }
    return send.call(this, data);
  };
}

function gatheringAtAnswer(): string | undefined {
  return (globalThis as unknown as Notes).duetGathering;
}

/** Takes packets and says nothing. */
async function silentStun() {
  const socket = createSocket("udp4");
  const asked = Promise.withResolvers<void>();
  const bound = Promise.withResolvers<void>();
  socket.on("message", () => asked.resolve());
  socket.bind(0, OWN_ADDRESS, () => bound.resolve());
  await bound.promise;
  return { port: socket.address().port, asked: asked.promise, close: () => socket.close() };
}
