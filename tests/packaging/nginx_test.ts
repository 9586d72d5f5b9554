/** `deploy/nginx.conf` in a real nginx: pages, sockets, and what it tells of a visitor. */
import { assertEquals } from "@std/assert";
import { request } from "node:https";
import { Child, freePort } from "../rig/child.ts";
import { findTool, thisMachine } from "../rig/machine.ts";
import { testUnless } from "../rig/not_run.ts";
import { makeCertificate } from "../rig/turn_server.ts";

const NGINX = findTool("nginx", thisMachine());

testUnless(
  NGINX === undefined ? "no nginx was found" : undefined,
  "nginx.conf: passes sockets on, with the name people use and one true address",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "duet_nginx_" });
    const seen = Promise.withResolvers<Headers>();
    await using upstream = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      (request) => {
        if (request.headers.get("upgrade") !== "websocket") return new Response("page");
        seen.resolve(new Headers(request.headers));
        return Deno.upgradeWebSocket(request).response;
      },
    );
    try {
      const port = await configure(folder, upstream.addr.port);
      await using _ = await Child.start({
        name: "nginx",
        words: [NGINX ?? "nginx", "-p", folder, "-c", `${folder}/nginx.conf`],
        ready: /using the ".*" event method/,
        cwd: folder,
      });
      assertEquals(await ask(port, {}), 200);
      const handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "X-Forwarded-For": "203.0.113.9",
      };
      assertEquals(await ask(port, handshake), 101);
      const headers = await seen.promise;
      assertEquals(headers.get("host"), "duet.example");
      assertEquals(headers.get("x-forwarded-host"), "duet.example");
      assertEquals(headers.get("x-forwarded-for"), "127.0.0.1", "what a visitor claims is dropped");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

/** The site's file, on ports and with a certificate of this test. @returns the port of TLS */
async function configure(folder: string, upstream: number): Promise<number> {
  const [plain, port] = [freePort(), freePort()];
  await makeCertificate(
    { key: `${folder}/privkey.pem`, certificate: `${folder}/fullchain.pem` },
    "duet.example",
  );
  const text = await Deno.readTextFile(new URL("../../deploy/nginx.conf", import.meta.url));
  const site = text
    .replaceAll("/etc/letsencrypt/live/duet.example", folder)
    .replace("127.0.0.1:8000", `127.0.0.1:${upstream}`)
    .replaceAll(/listen \[::\].*\n/g, "")
    .replace("listen 80;", `listen 127.0.0.1:${plain};`)
    .replace("listen 443", `listen 127.0.0.1:${port}`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  const main = `daemon off;
    master_process off;
    user ${Deno.uid() === 0 ? "root" : "nobody"};
    pid ${folder}/pid;
    error_log stderr notice;
    events {}
    http { access_log off; ${temporary} ${site} }`;
  await Deno.writeTextFile(`${folder}/nginx.conf`, main);
  return port;
}

/** @returns the status of the answer, 101 for an upgrade */
function ask(port: number, headers: Record<string, string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asking = request({
    host: "127.0.0.1",
    port,
    path: "/ws",
    headers: { host: "duet.example", ...headers },
    rejectUnauthorized: false,
    agent: false,
  });
  asking.on("response", (response) => {
    response.resume();
    response.on("end", () => resolve(response.statusCode ?? 0));
  });
  asking.on("upgrade", (response, socket) => {
    socket.destroy();
    resolve(response.statusCode ?? 0);
  });
  asking.on("error", reject);
  asking.end();
  return promise;
}
