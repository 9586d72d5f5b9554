import { assertEquals } from "@std/assert";
import { Actor } from "./actor.ts";
import { Scheduler } from "./clock.ts";
import { Network, SERVER } from "./network.ts";
import { connect, SocketEnd } from "./socket.ts";

function setUp() {
  const scheduler = new Scheduler((error) => {
    throw error;
  });
  const network = new Network(scheduler, { delayMs: 10, direct: true, relay: false });
  const page = new Actor("page", scheduler);
  const server = new Actor("server", scheduler);
  const device = network.device("a");
  const near = new SocketEnd(page);
  const far = connect({
    ...{ network, device, page, server, near, idleTimeoutMs: 15_000, protocol: "duet.v2" },
  });
  const events: string[] = [];
  for (const [name, end] of [["page", near], ["server", far]] as const) {
    end.onopen = () => events.push(`${name} open`);
    end.onmessage = ({ data }: { data: string }) => events.push(`${name} hears ${data}`);
    end.onclose = ({ code, reason }: CloseEvent) => events.push(`${name} closed ${code}${reason}`);
  }
  const pass = (ms: number) => scheduler.run(scheduler.now + ms);
  return { network, device, page, server, near, far, events, pass };
}

Deno.test("model of the socket: opens, carries text both ways, closes with its code at both ends", async () => {
  const { near, far, events, pass } = setUp();
  await pass(50);
  near.send("hello");
  far.send("welcome");
  await pass(50);
  near.close(4000, "");
  await pass(50);
  assertEquals(events, [
    "server open",
    "page open",
    "server hears hello",
    "page hears welcome",
    "server closed 4000",
    "page closed 4000",
  ]);
});

Deno.test("model of the socket: a silent cut is noticed by the server's pings, not by the page", async () => {
  const { network, near, events, pass } = setUp();
  await pass(50);
  network.cut("a", SERVER);
  await pass(30_000);
  assertEquals(near.readyState, SocketEnd.OPEN);
  assertEquals(events.at(-1), "server closed 1001No response from ping frame.");
});

Deno.test("model of the socket: what is sent during a short cut arrives after it, in order", async () => {
  const { network, near, events, pass } = setUp();
  await pass(50);
  network.cut("a", SERVER);
  near.send("one");
  await pass(2_000);
  network.mend("a", SERVER);
  near.send("two");
  await pass(5_000);
  assertEquals(events.slice(2), ["server hears one", "server hears two"]);
});

Deno.test("model of the socket: a killed end is told by its kernel", async () => {
  const { server, page, events, pass } = setUp();
  await pass(50);
  server.die();
  await pass(100);
  assertEquals(events.at(-1), "page closed 1006");
  const other = setUp();
  await other.pass(50);
  other.page.die();
  await other.pass(100);
  assertEquals(other.events.at(-1), "server closed 1006");
  assertEquals(page.dead, false);
});

Deno.test("model of the socket: after a new address nothing passes any more", async () => {
  const { network, device, near, events, pass } = setUp();
  await pass(50);
  network.change(device, { address: 2 });
  near.send("lost");
  await pass(30_000);
  assertEquals(events.filter((event) => event.includes("lost")), []);
  assertEquals(near.readyState, SocketEnd.OPEN);
});
