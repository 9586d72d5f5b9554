/** What strangers and faults do to the production build, and what it does about it. */
import { assert, assertEquals } from "@std/assert";
import { startApp } from "../rig/app.ts";
import { startKvServer } from "../rig/kv_server.ts";
import { openPage, socketUrl } from "../signaling/processes.ts";
import { RawSocket } from "../rig/raw_socket.ts";
import {
  exchange,
  logLines,
  silentConnections,
  startWithDescriptors,
  takesConnections,
} from "./production.ts";
import { untilEqual } from "./until.ts";

const MEMORY = { KV_URL: ":memory:" };
const WINDOWS = Deno.build.os === "windows";

async function statusOf(address: string): Promise<number | null> {
  try {
    const response = await fetch(address);
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

Deno.test({
  name: "process: out of descriptors it lives, says so once, and serves again when they are free",
  ignore: WINDOWS,
  async fn() {
    await using app = await startWithDescriptors(160, { env: MEMORY });
    assert(logLines(app).some(({ event }) => event === "few-descriptors"), app.output);
    using talking = await RawSocket.open(socketUrl(app));
    await talking.readUntil("welcome");
    const silent: Deno.TcpConn[] = [];
    // Its listener comes back while descriptors are missing, and is lost again.
    for (let round = 0; round < 4; round++) {
      silent.push(...await silentConnections(app, 200));
      await untilEqual(() => takesConnections(app), false);
      await untilEqual(() => takesConnections(app), true);
    }
    assertEquals(await statusOf(`${app.url}healthz`), null, "nobody listens");
    await talking.sendText('{"type":"ping"}');
    await talking.readUntil("pong");
    for (const connection of silent) connection.close();
    await untilEqual(() => statusOf(`${app.url}healthz`), 200);
    await talking.sendText('{"type":"ping"}');
    await talking.readUntil("pong");
    const lost = logLines(app).filter(({ event }) => event === "listener-lost");
    assertEquals(lost.length, 1, app.output);
  },
});

Deno.test("process: a malformed request gets a 4xx page of ours, and no line in the log", async () => {
  await using app = await startApp({ env: MEMORY });
  const before = app.output;
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
  const requests = [
    "GET /r/%E0%A4%A HTTP/1.1\r\nHost: a\r\n",
    "GET /r/secret% HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\n",
    "GET /r/secret HTTP/1.1\r\nHost: [\r\n",
    "GET /r/secret HTTP/1.1\r\nHost: a:99999\r\n",
    "GET http://[/r/secret HTTP/1.1\r\nHost: a\r\n",
    `GET /ws HTTP/1.1\r\nHost: a\r\n${upgrade}`,
    `GET /ws HTTP/1.1\r\nHost: a\r\n${upgrade}Sec-WebSocket-Key: short\r\n`,
    `GET /ws HTTP/1.1\r\nHost: [\r\n${upgrade}Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`,
    "GET /ws HTTP/1.1\r\nHost: a\r\n",
  ];
  for (const request of requests) {
    const answer = await exchange(app, `${request}Connection: close\r\n\r\n`);
    assert(answer.startsWith("HTTP/1.1 400 "), `${request}${answer.slice(0, 200)}`);
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"]) {
      assert(head.toLowerCase().includes(`\r\n${name}:`), `${request}${head}`);
    }
    assert(body.includes("There’s nothing here"), body);
  }
  assertEquals(app.output, before);
});

Deno.test("process: pages and files are compressed for who accepts it", async () => {
  await using app = await startApp({ env: MEMORY });
  const html = await (await fetch(app.url)).text();
  const style = /href="(\/[^"]+\.css[^"]*)"/.exec(html)?.[1] ?? "";
  const script = /"(\/_fresh\/js\/[^"]+\.js)"/.exec(html)?.[1] ?? "";
  for (const path of ["/", style, script]) {
    const address = new URL(path, app.url);
    const plain = await fetch(address, { headers: { "accept-encoding": "identity" } });
    const whole = (await plain.bytes()).length;
    for (const encoding of ["br", "gzip"]) {
      const request = `GET ${path} HTTP/1.1\r\nHost: ${address.host}\r\n` +
        `Accept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`;
      const answer = await exchange(app, request);
      const head = answer.slice(0, answer.indexOf("\r\n\r\n")).toLowerCase();
      assert(head.includes(`content-encoding: ${encoding}`), `${path} ${head}`);
      assert(/^vary:.*accept-encoding/m.test(head), head);
      const size = answer.length - head.length;
      assert(size < whole, `${path} ${encoding}: ${size} of ${whole}`);
    }
  }
});

Deno.test("process: behind a TLS proxy pages are for https only, and without one they are not", async () => {
  async function headersOf(env: Record<string, string>): Promise<(string | null)[]> {
    await using app = await startApp({ env: { ...MEMORY, ...env } });
    const response = await fetch(`${app.url}?lang=it`, {
      headers: { "x-forwarded-proto": "https" },
      redirect: "manual",
    });
    await response.body?.cancel();
    const { headers } = response;
    const cookie = headers.get("set-cookie")?.split("; ").at(-1) ?? null;
    const names = ["strict-transport-security", "cross-origin-opener-policy"];
    return [...names.map((name) => headers.get(name)), cookie];
  }
  assertEquals(await headersOf({ TRUST_PROXY: "1" }), [
    "max-age=31536000",
    "same-origin",
    "Secure",
  ]);
  assertEquals(await headersOf({}), [null, null, "SameSite=Lax"]);
});

Deno.test({
  name: "process: spellings of a file's path cost no memory",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using app = await startApp({ env: MEMORY });
    const html = await (await fetch(app.url)).text();
    const path = [.../"(\/_fresh\/js\/[^"]+Call[^"]*\.js)"/.exec(html)?.[1] ?? ""];
    const letters = path.flatMap((letter, index) => letter === "/" ? [] : [index]).slice(-12);
    /** The path with some of its letters percent-encoded: 4,096 spellings. */
    function spelling(number: number): string {
      const spelled = [...path];
      letters.forEach((index, bit) => {
        if (number >> bit & 1) spelled[index] = `%${path[index]?.charCodeAt(0).toString(16)}`;
      });
      return new URL(spelled.join(""), app.url).href;
    }
    async function ask(from: number, to: number): Promise<number> {
      for (let number = from; number < to; number++) {
        const response = await fetch(spelling(number), {
          headers: { "accept-encoding": "identity" },
        });
        assertEquals(response.status, 200);
        await response.body?.cancel();
      }
      const status = await Deno.readTextFile(`/proc/${app.pid}/status`);
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    }
    const warm = await ask(0, 500);
    const after = await ask(500, 1_500);
    // Kept once for each spelling it was 57 kB.
    assert(after - warm < 25_000, `${warm} kB, then ${after} kB`);
  },
});

Deno.test("process: a KV that is away at the start is waited for, and joins say so meanwhile", async () => {
  await using kv = await startKvServer();
  await kv.kill9();
  await using app = await startApp({ store: kv.store });
  assertEquals(await statusOf(`${app.url}healthz`), 200);
  assertEquals(await statusOf(`${app.url}readyz`), 503);
  const page = await openPage(app);
  page.join("tea");
  assertEquals((await page.next("error")).code, "unavailable");
  await kv.restart();
  await untilEqual(() => statusOf(`${app.url}readyz`), 200);
  await page.sit("tea");
  await page.close();
  assertEquals(await app.stop(), 0);
});

Deno.test("process: who is stopped while KV is away ends in order", async () => {
  await using kv = await startKvServer();
  await kv.kill9();
  await using app = await startApp({ store: kv.store });
  assertEquals(await app.stop(), 0);
});

Deno.test("process: a damaged database is said in one line, and ends it", async () => {
  const path = await Deno.makeTempFile({ dir: ".duet" });
  await Deno.writeTextFile(path, "no database ".repeat(1_000));
  try {
    const failed = await startApp({ store: { path } }).then(
      () => "started",
      ({ message }) => message,
    );
    const said = failed.slice(failed.indexOf("\n") + 1).trim().split("\n");
    assertEquals(
      [said.length, said[0]?.startsWith(`Cannot use ${path}: it is damaged`)],
      [1, true],
      failed,
    );
  } finally {
    await Deno.remove(path);
    await Deno.remove(`${path}.lock`).catch(() => {});
  }
});
