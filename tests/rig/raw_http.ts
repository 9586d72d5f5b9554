/** HTTP/1.1 by hand (RFC 9112), for requests no client would send. */

/** The head of an answer, and what came behind it in the same bytes. */
export interface RawHead {
  readonly status: number;
  readonly headers: Headers;
  readonly rest: Uint8Array;
}

/** More than any head of ours. */
const MAX_HEAD_BYTES = 8_192;

/** Opens a connection to the host of an address. */
export async function connectTo(url: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  // Servers here listen on IPv4; "localhost" may be tried as IPv6 first.
  const host = hostname === "localhost" ? "127.0.0.1" : hostname;
  const connection = await Deno.connect({ hostname: host, port: Number(port) });
  connection.setNoDelay(true);
  return connection;
}

/** Writes all of it. */
export async function writeAll(connection: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
}

/** The bytes of a request's head; header names go out as they are written. */
export function requestBytes(target: string, headers: Record<string, string>): Uint8Array {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return new TextEncoder().encode([`GET ${target} HTTP/1.1`, ...fields, "", ""].join("\r\n"));
}

/**
 * Reads up to the end of a head.
 *
 * @throws {Error} when the connection ends before
 */
export async function readHead(connection: Deno.TcpConn): Promise<RawHead> {
  const buffer = new Uint8Array(MAX_HEAD_BYTES);
  let filled = 0;
  while (true) {
    const length = await connection.read(buffer.subarray(filled));
    if (length === null) throw new Error("The connection ended before the head of an answer");
    filled += length;
    // One byte is one character: what follows the head may be anything.
    const text = new TextDecoder("latin1").decode(buffer.subarray(0, filled));
    const end = text.indexOf("\r\n\r\n");
    if (end === -1) continue;
    const [first = "", ...lines] = text.slice(0, end).split("\r\n");
    const headers = new Headers(lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }));
    return { status: Number(first.split(" ")[1]), headers, rest: buffer.slice(end + 4, filled) };
  }
}

/** What a request for this target is answered with, its body as text; the connection is closed. */
export async function rawGet(url: string, target: string, headers: Record<string, string> = {}) {
  using connection = await connectTo(url);
  const all = { host: new URL(url).host, connection: "close", ...headers };
  await writeAll(connection, requestBytes(target, all));
  const { status, headers: answered, rest } = await readHead(connection);
  const length = Number(answered.get("content-length") ?? "NaN");
  const ends = answered.get("connection") === "close" || all.connection === "close";
  // A body of unknown length ends with its connection; on one that is kept there is no telling.
  const wanted = status === 101 ? 0 : Number.isNaN(length) && ends ? Infinity : length || 0;
  const decoder = new TextDecoder();
  let body = decoder.decode(rest, { stream: true });
  const buffer = new Uint8Array(MAX_HEAD_BYTES);
  for (let got = rest.length; got < wanted;) {
    const count = await connection.read(buffer);
    if (count === null) break;
    body += decoder.decode(buffer.subarray(0, count), { stream: true });
    got += count;
  }
  return { status, headers: answered, body };
}
