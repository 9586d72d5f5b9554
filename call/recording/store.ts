/**
 * Recordings in the origin's private file system (WHATWG File System): a folder each, and in it every
 * part as a file of its own. A part is committed when it is closed, so what was written outlives a
 * killed browser; one growing file would not (neither here nor behind a save picker: what is written
 * through `createWritable` is only a draft until it is closed).
 */
import { parseRecordingId } from "./container.ts";
import type { Kept, RecordingStore } from "./parts.ts";
import { withDuration } from "./webm.ts";

const FOLDER = "recordings";
/** A download may still be copying what was saved so long ago, ms. */
export const SAVED_MS = 600_000;
const PART = /^\d{6}_(\d+)$/;
const SAVED = /^saved_(\d+)$/;

/** Whether this browser has such a file system, written to from a page. */
export function hasStore(): boolean {
  return typeof FileSystemFileHandle !== "undefined" &&
    "createWritable" in FileSystemFileHandle.prototype;
}

/** The root of this origin's file system. */
function originRoot(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory();
}

/**
 * The store of this origin. Its methods throw what the browser throws, a `DOMException`.
 *
 * @param root where it is
 */
export function createStore(root = originRoot): RecordingStore {
  async function all(): Promise<FileSystemDirectoryHandle> {
    return await (await root()).getDirectoryHandle(FOLDER, { create: true });
  }

  return {
    async create(id) {
      const folder = await (await all()).getDirectoryHandle(id, { create: true });
      let count = 0;
      return {
        async write(part, lengthMs) {
          const name = `${String(count++).padStart(6, "0")}_${Math.round(lengthMs)}`;
          const file = await folder.getFileHandle(name, { create: true });
          const writable = await file.createWritable();
          try {
            await writable.write(part);
            await writable.close();
          } catch (error) {
            await writable.abort().catch(() => undefined);
            throw error;
          }
        },
      };
    },
    async list() {
      const kept: Kept[] = [];
      for await (const [id, handle] of (await all()).entries()) {
        const parsed = parseRecordingId(id);
        if (parsed === null || !isFolder(handle)) continue;
        const names = await namesIn(handle);
        const lengthMs = Math.max(...lengthsIn(names), 0);
        const isSaved = names.some((name) => SAVED.test(name));
        if (lengthMs > 0) kept.push({ id, startedAt: parsed.startedAt, lengthMs, isSaved });
      }
      return kept.toSorted((one, other) => other.startedAt - one.startedAt);
    },
    async read(id) {
      const folder = await (await all()).getDirectoryHandle(id);
      const names = (await namesIn(folder)).filter((name) => PART.test(name)).toSorted();
      const files: File[] = [];
      for (const name of names) {
        const file = await (await folder.getFileHandle(name)).getFile();
        if (file.size > 0) files.push(file);
      }
      const [head, ...rest] = files;
      if (head === undefined || parseRecordingId(id)?.extension !== "webm") {
        return new Blob(files, { type: "video/mp4" });
      }
      const start = new Uint8Array(await head.arrayBuffer());
      const lengthMs = Math.max(...lengthsIn(names));
      return new Blob([withDuration(start, lengthMs), ...rest], { type: "video/webm" });
    },
    async markSaved(id, now) {
      const folder = await (await all()).getDirectoryHandle(id);
      await folder.getFileHandle(`saved_${now}`, { create: true });
    },
    async sweep(now) {
      const folders = await all();
      for await (const [id, handle] of folders.entries()) {
        if (!isFolder(handle)) continue;
        const names = await namesIn(handle);
        const savedAt = names.map((name) => Number(SAVED.exec(name)?.[1] ?? NaN));
        if (savedAt.some((at) => now - at > SAVED_MS)) await remove(folders, id);
      }
    },
    async remove(id) {
      await remove(await all(), id);
    },
  };
}

async function remove(folders: FileSystemDirectoryHandle, id: string): Promise<void> {
  await folders.removeEntry(id, { recursive: true });
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

function lengthsIn(names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const [, lengthMs] = PART.exec(name) ?? [];
    return lengthMs === undefined ? [] : [Number(lengthMs)];
  });
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === "directory";
}
