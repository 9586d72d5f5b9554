/** Files for tests: made once on the disk, and told apart by a hash both ends can make in pieces. */
import type { Page } from "../rig/deps.ts";

const CHUNK_BYTES = 1024 * 1024;

export interface BigFile extends AsyncDisposable {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** As {@linkcode hashOfSaved} makes it. */
  readonly hash: string;
}

/** A file of random bytes in a folder of its own. */
export async function makeFile(name: string, size: number): Promise<BigFile> {
  const folder = await Deno.makeTempDir({ prefix: "duet_file_" });
  const path = `${folder}/${name}`;
  const digests: string[] = [];
  {
    using file = await Deno.open(path, { write: true, create: true });
    const writer = file.writable.getWriter();
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      const chunk = new Uint8Array(Math.min(CHUNK_BYTES, size - at));
      for (let from = 0; from < chunk.length; from += 65_536) {
        crypto.getRandomValues(chunk.subarray(from, from + 65_536));
      }
      digests.push(await hex(chunk));
      await writer.write(chunk);
    }
    writer.releaseLock();
  }
  const hash = await hex(new TextEncoder().encode(digests.join("")));
  return {
    path,
    name,
    size,
    hash,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

async function hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** Notes what the page hands to the browser's downloads; an init script. */
export function noteSaved(): void {
  const page = globalThis as unknown as { savedFiles: Blob[] };
  page.savedFiles = [];
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) page.savedFiles.push(blob);
    return make(blob);
  };
}

/** The hash of what was saved last, read piece by piece as a download does. */
export async function hashOfSaved(page: Page): Promise<string> {
  return await page.evaluate(async (chunkBytes) => {
    const { savedFiles } = globalThis as unknown as { savedFiles: Blob[] };
    const blob = savedFiles.at(-1);
    if (blob === undefined) return "nothing was saved";
    const text = (bytes: ArrayBuffer) =>
      [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const digests: string[] = [];
    for (let at = 0; at < blob.size; at += chunkBytes) {
      const chunk = await blob.slice(at, at + chunkBytes).arrayBuffer();
      digests.push(text(await crypto.subtle.digest("SHA-256", chunk)));
    }
    const all = new TextEncoder().encode(digests.join(""));
    return text(await crypto.subtle.digest("SHA-256", all));
  }, CHUNK_BYTES);
}
