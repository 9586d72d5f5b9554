/**
 * A KV Connect server on a SQLite file: `kv_server_main.ts FILE PORT TOKEN`. Only for tests.
 *
 * The protocol's messages go as they come to the native engine inside `@deno/kv`; what is left is
 * its HTTP side: https://github.com/denoland/denokv/blob/main/proto/kv-connect.md
 */
import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { isNapiInterface, type NapiInterface } from "npm:@deno/kv@0.14.0";
import { type KvTraffic, NO_TRAFFIC, sum, weighRead, weighWrite } from "./kv_wire.ts";

const PROTOCOL_VERSION = 3;
// The same after a restart on the same file, so that clients know it is the database they had.
const DATABASE_ID = "8e9a6e5e-0d6c-4b0f-9f5c-3b8f2d1a7c40";
const TOKEN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/** Clients take a watch for dead that says nothing for long; an empty message is a sign of life. */
const PING_MS = 5_000;

const PLATFORM_PACKAGES: Record<string, string> = {
  "linux-x86_64": "@deno/kv-linux-x64-gnu",
  "linux-aarch64": "@deno/kv-linux-arm64-gnu",
  "darwin-x86_64": "@deno/kv-darwin-x64",
  "darwin-aarch64": "@deno/kv-darwin-arm64",
  "windows-x86_64": "@deno/kv-win32-x64-msvc",
};

/** All that was asked so far; told at `/traffic`. */
let traffic: KvTraffic = NO_TRAFFIC;

if (import.meta.main) {
  const [path, port, token] = Deno.args;
  if (!path || !port || !token) throw new Error("Usage: kv_server_main.ts FILE PORT TOKEN");
  const native = loadNative();
  const database = native.open(path, false, false);
  Deno.serve({
    port: Number(port),
    hostname: "0.0.0.0",
    onListen: () => console.log("KV is ready"),
  }, (request) => answer(request, { native, database, token }));
}

interface Engine {
  native: NapiInterface;
  database: number;
  token: string;
}

async function answer(request: Request, engine: Engine): Promise<Response> {
  const { native, database, token } = engine;
  if (request.headers.get("authorization") !== `Bearer ${token}`) {
    return new Response("wrong token", { status: 401 });
  }
  const { pathname } = new URL(request.url);
  if (pathname === "/") return Response.json(metadata(token));
  if (pathname === "/traffic") return Response.json(traffic);
  const message = Buffer.from(await request.arrayBuffer());
  try {
    switch (pathname) {
      case "/v2/snapshot_read": {
        const output = await native.snapshotRead(database, message, false);
        traffic = sum(traffic, weighRead(output));
        return protobuf(output);
      }
      case "/v2/atomic_write":
        traffic = sum(traffic, weighWrite(message));
        return protobuf(await native.atomicWrite(database, message, false));
      case "/v2/watch":
        return await watch(message, engine);
      default:
        return new Response("no such endpoint", { status: 404 });
    }
  } catch (error) {
    return new Response(String(error), { status: 500 });
  }
}

function metadata(token: string) {
  return {
    version: PROTOCOL_VERSION,
    databaseId: DATABASE_ID,
    endpoints: [{ url: "/v2", consistency: "strong" }],
    token,
    expiresAt: new Date(Date.now() + TOKEN_LIFETIME_MS).toISOString(),
  };
}

async function watch(message: Buffer, { native, database }: Engine): Promise<Response> {
  const id = await native.startWatch(database, message, false);
  let ping: ReturnType<typeof setInterval> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      ping = setInterval(() => controller.enqueue(lengthPrefix(0)), PING_MS);
    },
    pull: async (controller) => {
      const update = await native.dequeueNextWatchMessage(database, id, false);
      if (!update) {
        clearInterval(ping);
        return controller.close();
      }
      traffic = sum(traffic, { ...NO_TRAFFIC, wakes: 1 });
      controller.enqueue(lengthPrefix(update.length));
      controller.enqueue(new Uint8Array(update));
    },
    cancel: () => {
      clearInterval(ping);
      native.endWatch(database, id, false);
    },
  });
  return new Response(stream, { headers: { "content-type": "application/octet-stream" } });
}

function lengthPrefix(length: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}

function protobuf(message: Uint8Array): Response {
  const headers = { "content-type": "application/x-protobuf" };
  return new Response(new Uint8Array(message), { headers });
}

/** The engine is a package of its own for each platform, found where `@deno/kv` would find it. */
function loadNative(): NapiInterface {
  const platform = `${Deno.build.os}-${Deno.build.arch}`;
  const name = PLATFORM_PACKAGES[platform];
  if (!name) throw new Error(`Cannot start a KV server: @deno/kv has no engine for ${platform}`);
  const require = createRequire(import.meta.resolve("npm:@deno/kv@0.14.0"));
  const native: unknown = require(name);
  if (!isNapiInterface(native)) throw new Error(`Cannot use ${name}: it has changed its interface`);
  return native;
}
