/** Serves the page, and carries signals between the two sockets of a room. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server, type Socket } from "npm:socket.io@4.8.4";
import { bundlePage } from "./bundle.ts";

const HTML = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Small page</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<style>
body { margin: 0; background: #111 }
video[aria-label="Friend"] { width: 100vw; height: 100vh; object-fit: contain }
video[aria-label="You"] { position: fixed; right: 1rem; bottom: 1rem; width: 12rem }
</style>
<video aria-label="Friend" autoplay playsinline></video>
<video aria-label="You" autoplay playsinline muted></video>
<script type="module" src="/page.js"></script></html>`;

const PEOPLE = 2;

/** @returns what ends it */
export async function serveSmallPage(port: number): Promise<() => Promise<void>> {
  const script = await bundlePage();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : HTML);
  };
  const http = createServer(answer);
  const sockets = new Server(http);
  sockets.on("connection", attend);
  await new Promise<void>((resolve) => http.listen(port, "0.0.0.0", resolve));
  return () => sockets.close();
}

function attend(socket: Socket): void {
  let room: string | null = null;
  socket.on("join", async (name: unknown) => {
    const wanted = String(name);
    const inside = socket.nsp.adapter.rooms.get(wanted)?.size ?? 0;
    if (inside >= PEOPLE) return socket.emit("full");
    room = wanted;
    await socket.join(room);
    socket.emit("joined", { friend: inside > 0 });
  });
  socket.on("signal", (signal: unknown) => {
    if (room !== null) socket.to(room).emit("signal", signal);
  });
}
