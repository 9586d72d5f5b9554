import { assertEquals } from "@std/assert";
import { App } from "fresh";

async function withServer<State>(
  app: App<State>,
  run: (url: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen: () => {},
  }, app.handler());
  try {
    await run(`ws://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

function once(socket: WebSocket, type: "open" | "message" | "close"): Promise<Event> {
  return new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));
}

Deno.test("App.ws: handlers are called for open, message and close", async () => {
  const events: string[] = [];
  const closed = Promise.withResolvers<void>();
  const app = new App().ws("/ws/:room", {
    open: (socket) => {
      events.push("open");
      socket.send("welcome");
    },
    message: (socket, event) => socket.send(`echo ${event.data}`),
    close: (_socket, code, reason) => {
      events.push(`close ${code} ${reason}`);
      closed.resolve();
    },
  });
  await withServer(app, async (url) => {
    const socket = new WebSocket(`${url}/ws/tea`);
    assertEquals((await once(socket, "message") as MessageEvent).data, "welcome");
    socket.send("hi");
    assertEquals((await once(socket, "message") as MessageEvent).data, "echo hi");
    const gone = once(socket, "close");
    socket.close(4001, "bye");
    await Promise.all([gone, closed.promise]);
  });
  assertEquals(events, ["open", "close 4001 bye"]);
});

Deno.test("ctx.upgrade: without handlers it gives the socket, and options reach the upgrade", async () => {
  const app = new App().get("/ws", (ctx) => {
    const { socket, response } = ctx.upgrade({
      idleTimeout: 5,
      protocol: "duet",
    });
    socket.onmessage = (event) => socket.send(`bare ${event.data}`);
    return response;
  });
  await withServer(app, async (url) => {
    const socket = new WebSocket(`${url}/ws`, "duet");
    await once(socket, "open");
    assertEquals(socket.protocol, "duet");
    socket.send("hi");
    assertEquals((await once(socket, "message") as MessageEvent).data, "bare hi");
    const gone = once(socket, "close");
    socket.close();
    await gone;
  });
});

Deno.test("App.ws: a plain request gives 400, another method 405", async () => {
  const handler = new App().ws("/ws", {}).handler();
  assertEquals((await handler(new Request("http://localhost/ws"))).status, 400);
  assertEquals(
    (await handler(new Request("http://localhost/ws", { method: "POST" })))
      .status,
    405,
  );
});
