/** Nothing waits for a STUN server. */
import { createSocket } from "node:dgram";
import { assertEquals } from "@std/assert";
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
        await person.open(app.url);
        await person.waitState("prompt");
        await person.join("Kitchen");
        if (person === first) await first.waitState("waiting");
      }
      await expectCall(first, second);
      await asked;
      // The answer was made when the friend came: its browser still waits for STUN, the call does not.
      const gathering = await first.page.evaluate(() => {
        const page = globalThis as unknown as { duetRig: { connections: RTCPeerConnection[] } };
        return page.duetRig.connections.find(({ connectionState }) =>
          connectionState === "connected"
        )
          ?.iceGatheringState;
      });
      assertEquals(gathering, "gathering");
    } finally {
      close();
    }
  },
);

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
