/** A disk under the test's hand: what is on it stays when a page is gone. */
import type { FileStore, Kept, NewSink, Place, Sink } from "../../call/files/store.ts";

interface Stored {
  text: string;
  parts: { bytes: Uint8Array<ArrayBuffer>; digest: string }[];
}

export class FakeFileStore implements FileStore {
  readonly files: Map<string, Stored>;
  where: Place | null = "private";
  /** Bytes it takes. */
  room = Infinity;
  /** Keys of those that were asked to be made. */
  readonly made: string[] = [];
  /** How often something was removed. */
  forgotten = 0;

  /** @param files what an earlier page left */
  constructor(files: Map<string, Stored> = new Map()) {
    this.files = files;
  }

  plan(): Promise<Place | null> {
    return Promise.resolve(this.where);
  }

  create({ key }: NewSink): Promise<Sink> {
    this.made.push(key);
    return Promise.resolve(this.#sink(key, []));
  }

  async reopen(key: string): Promise<Sink | null> {
    const stored = this.files.get(key);
    if (stored === undefined) return null;
    const digests: string[] = [];
    for (const { bytes, digest } of stored.parts) {
      if (await this.digest(bytes) !== digest) break;
      digests.push(digest);
    }
    stored.parts.length = digests.length;
    return this.#sink(key, digests);
  }

  kept(): Promise<readonly Kept[]> {
    return Promise.resolve([...this.files].map(([key, { text }]) => ({ key, text })));
  }

  keep({ key, text }: Kept): Promise<void> {
    this.#stored(key).text = text;
    return Promise.resolve();
  }

  forget(key: string): Promise<void> {
    this.forgotten += 1;
    this.files.delete(key);
    return Promise.resolve();
  }

  /** Not a real hash: quick, and without waiting for another thread. */
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return Promise.resolve(`${bytes.length}-${hash.toString(36)}`);
  }

  #stored(key: string): Stored {
    const stored = this.files.get(key) ?? { text: "", parts: [] };
    this.files.set(key, stored);
    return stored;
  }

  #sink(key: string, digests: string[]): Sink {
    return {
      digests,
      write: (bytes, digest) => {
        const parts = this.#stored(key).parts;
        const used = parts.reduce((sum, part) => sum + part.bytes.length, 0);
        if (used + bytes.length > this.room) return Promise.reject(new Error("Cannot write: full"));
        parts.push({ bytes, digest });
        digests.push(digest);
        return Promise.resolve();
      },
      finish: () => Promise.resolve(),
      blob: () => Promise.resolve(new Blob(this.#stored(key).parts.map(({ bytes }) => bytes))),
      discard: () => this.forget(key),
    };
  }
}
