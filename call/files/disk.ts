/**
 * Where the bytes of files really live. Each part is a file of its own in the origin's private file
 * system (File System Standard, 4), named after its number and its hash: what is closed stays, whatever
 * happens to the browser, and the whole is a `Blob` of files that nobody has to hold in memory.
 */
import { MAX_MEMORY_BYTES, partBytes, partCount } from "./limits.ts";
import type { FileStore, Kept, NewSink, Place, Sink } from "./store.ts";

const FOLDER = "files";
const ABOUT = "about.json";
/** Of the room a site has, the browser wants some itself, bytes. */
const MARGIN_BYTES = 64 * 1024 * 1024;

/** Not in TypeScript's DOM library: File System Access, Chromium only. */
interface WithPicker {
  readonly showSaveFilePicker?: (
    options: { suggestedName: string },
  ) => Promise<FileSystemFileHandle>;
}

/** The disk of the page this runs in. */
export async function openDisk(): Promise<FileStore> {
  const folder = await openFolder();
  return {
    plan: (size) => plan(size, folder),
    create: (options) => create(options, folder),
    async reopen(key, size) {
      const own = await folder?.getDirectoryHandle(key).catch(() => null) ?? null;
      return own === null ? null : privateSink(own, await verified(own, size), folder, key);
    },
    kept: () => folder === null ? Promise.resolve([]) : keptIn(folder),
    async keep({ key, text }) {
      const own = await folder?.getDirectoryHandle(key).catch(() => null) ??
        await folder?.getDirectoryHandle(key, { create: true });
      if (own !== undefined) await writeFile(own, ABOUT, new TextEncoder().encode(text));
    },
    forget: (key) => remove(folder, key),
    digest,
  };
}

/** `null`: private windows of some browsers have none. */
async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return null;
  }
}

async function plan(size: number, folder: FileSystemDirectoryHandle | null): Promise<Place | null> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate()
    .catch((): StorageEstimate => ({}));
  if (folder !== null && size + MARGIN_BYTES <= quota - usage) return "private";
  if ((globalThis as WithPicker).showSaveFilePicker !== undefined) return "picked";
  return size <= MAX_MEMORY_BYTES ? "memory" : null;
}

async function create(
  { place, key, name }: NewSink,
  folder: FileSystemDirectoryHandle | null,
): Promise<Sink> {
  if (place === "memory") return memorySink();
  if (place === "picked") return await pickedSink(name);
  if (folder === null) throw new TypeError("Cannot store the file: no private file system");
  return privateSink(await folder.getDirectoryHandle(key, { create: true }), [], folder, key);
}

function privateSink(
  own: FileSystemDirectoryHandle,
  digests: string[],
  folder: FileSystemDirectoryHandle | null,
  key: string,
): Sink {
  return {
    digests,
    async write(part, digest) {
      await writeFile(own, partName(digests.length, digest), part);
      digests.push(digest);
    },
    finish: () => Promise.resolve(),
    async blob() {
      const names = digests.map((digest, index) => partName(index, digest));
      return new Blob(await Promise.all(names.map((name) => readFile(own, name))));
    },
    discard: () => remove(folder, key),
  };
}

/** Straight into the file; what was written is there once it is closed. */
async function pickedSink(suggestedName: string): Promise<Sink> {
  const picker = (globalThis as WithPicker).showSaveFilePicker;
  if (picker === undefined) throw new TypeError("Cannot ask where to save: no picker");
  const file = await picker.call(globalThis, { suggestedName });
  const stream = await file.createWritable();
  const digests: string[] = [];
  let isOpen = true;
  return {
    digests,
    async write(part, digest) {
      await stream.write(part);
      digests.push(digest);
    },
    async finish() {
      isOpen = false;
      await stream.close();
    },
    blob: () => Promise.resolve(null),
    async discard() {
      if (isOpen) await stream.abort();
      isOpen = false;
    },
  };
}

function memorySink(): Sink {
  const digests: string[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    digests,
    write(part, digest) {
      parts.push(part);
      digests.push(digest);
      return Promise.resolve();
    },
    finish: () => Promise.resolve(),
    blob: () => Promise.resolve(new Blob(parts)),
    discard() {
      parts = [];
      return Promise.resolve();
    },
  };
}

/** Hashes of the parts that are there, from the first on, each read again. */
async function verified(own: FileSystemDirectoryHandle, size: number): Promise<string[]> {
  const names = new Map<number, string>();
  for await (const name of own.keys()) {
    const [, index, digest] = /^(\d+)\.([\w-]+)$/.exec(name) ?? [];
    if (index !== undefined && digest !== undefined) names.set(Number(index), digest);
  }
  const digests: string[] = [];
  for (let index = 0; index < partCount(size); index += 1) {
    const expected = names.get(index);
    if (expected === undefined) break;
    const bytes = await (await readFile(own, partName(index, expected))).arrayBuffer();
    const length = Math.min(partBytes(size), size - index * partBytes(size));
    if (bytes.byteLength !== length || await digest(new Uint8Array(bytes)) !== expected) break;
    digests.push(expected);
  }
  return digests;
}

function partName(index: number, digest: string): string {
  return `${index}.${digest}`;
}

async function keptIn(folder: FileSystemDirectoryHandle): Promise<Kept[]> {
  const kept: Kept[] = [];
  for await (const key of folder.keys()) {
    try {
      const own = await folder.getDirectoryHandle(key);
      kept.push({ key, text: await (await readFile(own, ABOUT)).text() });
    } catch {
      // Cut off while it was made: to be forgotten like one nobody can read.
      kept.push({ key, text: "" });
    }
  }
  return kept;
}

async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(bytes);
  // Not before this is anything of it in the file (File System Standard, 2.6).
  await stream.close();
}

async function readFile(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  return await (await folder.getFileHandle(name)).getFile();
}

/** What cannot be removed now is tried again at the next start, as something nobody can read. */
async function remove(folder: FileSystemDirectoryHandle | null, key: string): Promise<void> {
  try {
    await folder?.removeEntry(key, { recursive: true });
  } catch {
    // See above; or it was never there.
  }
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...hash))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
