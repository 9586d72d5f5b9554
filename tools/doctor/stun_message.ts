/** STUN messages (RFC 8489), as far as a TURN allocation (RFC 8656) needs them. */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { Buffer } from "node:buffer";

export const METHOD = { binding: 0x001, allocate: 0x003, refresh: 0x004 } as const;
export const CLASS = { request: 0x000, success: 0x100, error: 0x110 } as const;

export const ATTRIBUTE = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  requestedTransport: 0x0019,
} as const;

const MAGIC_COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const ATTRIBUTE_HEADER_BYTES = 4;
const INTEGRITY_BYTES = 20;
/** In front of a REQUESTED-TRANSPORT's reserved bytes: UDP's protocol number. */
const UDP_PROTOCOL = 17;

export interface StunMessage {
  readonly type: number;
  /** 12 bytes that tie an answer to its question. */
  readonly transaction: Buffer;
  readonly attributes: ReadonlyMap<number, Buffer>;
}

/** The long-term credential (RFC 8489, 9.2). */
export interface Credential {
  readonly username: string;
  readonly password: string;
  readonly realm: string;
  readonly nonce: Buffer;
}

/** Asks for an address that relays UDP; with a credential from the second time on. */
export function allocateRequest(credential: Credential | null): Buffer {
  const transport = Buffer.from([UDP_PROTOCOL, 0, 0, 0]);
  return request(METHOD.allocate, [[ATTRIBUTE.requestedTransport, transport]], credential);
}

/** Gives an allocation back. */
export function releaseRequest(credential: Credential): Buffer {
  return request(METHOD.refresh, [[ATTRIBUTE.lifetime, Buffer.alloc(4)]], credential);
}

export function bindingRequest(): Buffer {
  return request(METHOD.binding, [], null);
}

function request(
  method: number,
  attributes: readonly (readonly [number, Buffer])[],
  credential: Credential | null,
): Buffer {
  const all = [...attributes];
  if (credential !== null) {
    all.push([ATTRIBUTE.username, Buffer.from(credential.username)]);
    all.push([ATTRIBUTE.realm, Buffer.from(credential.realm)]);
    all.push([ATTRIBUTE.nonce, credential.nonce]);
  }
  const body = Buffer.concat(all.map(([type, value]) => attribute(type, value)));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(method | CLASS.request, 0);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  randomBytes(12).copy(header, 8);
  if (credential === null) {
    header.writeUInt16BE(body.length, 2);
    return Buffer.concat([header, body]);
  }
  // The length counts the integrity attribute before it is computed (RFC 8489, 14.5).
  header.writeUInt16BE(body.length + ATTRIBUTE_HEADER_BYTES + INTEGRITY_BYTES, 2);
  const signed = Buffer.concat([header, body]);
  const mac = createHmac("sha1", keyOf(credential)).update(signed).digest();
  return Buffer.concat([signed, attribute(ATTRIBUTE.messageIntegrity, mac)]);
}

function keyOf({ username, realm, password }: Credential): Buffer {
  return createHash("md5").update(`${username}:${realm}:${password}`).digest();
}

function attribute(type: number, value: Buffer): Buffer {
  const padding = (4 - value.length % 4) % 4;
  const bytes = Buffer.alloc(ATTRIBUTE_HEADER_BYTES + value.length + padding);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, ATTRIBUTE_HEADER_BYTES);
  return bytes;
}

/**
 * Reads the first message of what has arrived.
 *
 * @returns `null` while it is not complete
 * @throws {Error} when it is no STUN
 */
export function readMessage(bytes: Buffer): StunMessage | null {
  if (bytes.length < HEADER_BYTES) return null;
  if (bytes.readUInt32BE(4) !== MAGIC_COOKIE) throw new Error("Cannot read the answer: not STUN");
  const end = HEADER_BYTES + bytes.readUInt16BE(2);
  if (bytes.length < end) return null;
  const attributes = new Map<number, Buffer>();
  for (let at = HEADER_BYTES; at + ATTRIBUTE_HEADER_BYTES <= end;) {
    const length = bytes.readUInt16BE(at + 2);
    const from = at + ATTRIBUTE_HEADER_BYTES;
    attributes.set(bytes.readUInt16BE(at), bytes.subarray(from, from + length));
    at = from + length + (4 - length % 4) % 4;
  }
  return { type: bytes.readUInt16BE(0), transaction: bytes.subarray(8, HEADER_BYTES), attributes };
}

/** The code of an error answer, such as 401; `null`: there is none. */
export function errorCodeOf({ attributes }: StunMessage): number | null {
  const value = attributes.get(ATTRIBUTE.errorCode);
  if (value === undefined || value.length < 4) return null;
  return value.readUInt8(2) * 100 + value.readUInt8(3);
}
