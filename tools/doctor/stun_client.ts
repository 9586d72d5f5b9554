/** Asks STUN and TURN servers as a browser would: over UDP, TCP or TLS. */
import { Buffer } from "node:buffer";
import { createSocket } from "node:dgram";
import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";
import {
  allocateRequest,
  ATTRIBUTE,
  bindingRequest,
  CLASS,
  type Credential,
  errorCodeOf,
  METHOD,
  readMessage,
  releaseRequest,
  type StunMessage,
} from "./stun_message.ts";

const DEFAULT_PORT = 3478;
const DEFAULT_TLS_PORT = 5349;
/** A packet may be lost: asked again as RFC 8489, 6.2.1 begins. */
const RESEND_MS = 500;
const ANSWER_MS = 4_000;
const STALE_NONCE = 438;
const UNAUTHORIZED = 401;

/** Where a `stun:`, `turn:` or `turns:` address leads (RFC 7064, RFC 7065). */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly transport: "udp" | "tcp" | "tls";
}

/** @throws {Error} when it is none */
export function parseServerUrl(url: string): ServerAddress {
  const parts = /^(stuns?|turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/
    .exec(url);
  if (parts === null) throw new Error(`Cannot read the address ${url}`);
  const [, scheme = "", host = "", port, transport] = parts;
  const secure = scheme.endsWith("s");
  return {
    host: host.replace(/^\[|\]$/g, ""),
    port: port === undefined ? (secure ? DEFAULT_TLS_PORT : DEFAULT_PORT) : Number(port),
    transport: secure ? "tls" : transport === "tcp" ? "tcp" : "udp",
  };
}

export interface AskOptions {
  /** Certificates a test trusts besides the system's; PEM. */
  readonly ca?: string;
}

/**
 * Asks a STUN server for our address.
 *
 * @throws {Error} when it does not answer as it should
 */
export async function bind(url: string): Promise<void> {
  await using line = await open(parseServerUrl(url), {});
  const answer = await line.ask(bindingRequest());
  if (answer.type !== (METHOD.binding | CLASS.success)) throw refusal(answer);
}

/**
 * Makes an allocation on a TURN server, and gives it back.
 *
 * @throws {Error} with what the server said, when it refuses
 */
export async function allocate(
  url: string,
  account: { readonly username: string; readonly credential: string },
  options: AskOptions = {},
): Promise<void> {
  await using line = await open(parseServerUrl(url), options);
  const challenge = await line.ask(allocateRequest(null));
  const realm = challenge.attributes.get(ATTRIBUTE.realm);
  const nonce = challenge.attributes.get(ATTRIBUTE.nonce);
  if (errorCodeOf(challenge) !== UNAUTHORIZED || realm === undefined || nonce === undefined) {
    throw refusal(challenge);
  }
  const { username, credential: password } = account;
  let credential: Credential = { username, password, realm: realm.toString(), nonce };
  let answer = await line.ask(allocateRequest(credential));
  const fresh = answer.attributes.get(ATTRIBUTE.nonce);
  if (errorCodeOf(answer) === STALE_NONCE && fresh !== undefined) {
    // Once more with the nonce it wants (RFC 8489, 9.2.5).
    credential = { ...credential, nonce: fresh };
    answer = await line.ask(allocateRequest(credential));
  }
  if (answer.type !== (METHOD.allocate | CLASS.success)) throw refusal(answer);
  await line.ask(releaseRequest(credential));
}

function refusal(answer: StunMessage): Error {
  const code = errorCodeOf(answer);
  return new Error(code === null ? "it answered something else" : `it refused with ${code}`);
}

interface Line extends AsyncDisposable {
  /** @throws {Error} without an answer in time */
  ask(message: Buffer): Promise<StunMessage>;
}

/** What a socket of any kind has to do. */
interface Wire {
  send(bytes: Buffer): void;
  close(): void;
}

interface WireEvents {
  readonly data: (bytes: Buffer) => void;
  readonly failed: (error: Error) => void;
}

async function open(address: ServerAddress, options: AskOptions): Promise<Line> {
  let pending: { readonly id: Buffer; readonly got: PromiseWithResolvers<StunMessage> } | null =
    null;
  let arrived: Buffer = Buffer.alloc(0);
  const events: WireEvents = {
    data(bytes) {
      arrived = address.transport === "udp" ? bytes : Buffer.concat([arrived, bytes]);
      const message = readMessage(arrived);
      if (message === null) return;
      arrived = Buffer.alloc(0);
      if (pending !== null && message.transaction.equals(pending.id)) pending.got.resolve(message);
    },
    failed: (error) => pending?.got.reject(error),
  };
  const wire = address.transport === "udp"
    ? openUdp(address, events)
    : await openStream(address, events, options);
  return {
    async ask(message) {
      const got = Promise.withResolvers<StunMessage>();
      pending = { id: message.subarray(8, 20), got };
      const late = setTimeout(() => got.reject(new Error("it did not answer")), ANSWER_MS);
      const again = address.transport === "udp"
        ? setInterval(() => wire.send(message), RESEND_MS)
        : undefined;
      try {
        wire.send(message);
        return await got.promise;
      } finally {
        clearTimeout(late);
        clearInterval(again);
        pending = null;
      }
    },
    [Symbol.asyncDispose]() {
      wire.close();
      return Promise.resolve();
    },
  };
}

function openUdp({ host, port }: ServerAddress, events: WireEvents): Wire {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  socket.on("message", events.data);
  socket.on("error", events.failed);
  return {
    send: (bytes) => socket.send(bytes, port, host, (error) => error && events.failed(error)),
    close: () => socket.close(),
  };
}

async function openStream(
  { host, port, transport }: ServerAddress,
  events: WireEvents,
  { ca }: AskOptions,
): Promise<Wire> {
  const ready = Promise.withResolvers<void>();
  const late = setTimeout(() => ready.reject(new Error("it did not answer")), ANSWER_MS);
  const socket = transport === "tls"
    ? connectTls({ host, port, ...(ca === undefined ? {} : { ca }) }, ready.resolve)
    : connectTcp({ host, port }, ready.resolve);
  socket.on("data", events.data);
  socket.on("error", (error: Error) => {
    ready.reject(error);
    events.failed(error);
  });
  try {
    await ready.promise;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(late);
  }
  return { send: (bytes) => socket.write(bytes), close: () => socket.destroy() };
}
