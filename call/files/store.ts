/**
 * Where the bytes of files live, as the engine sees it. The real one is `disk.ts`: parts in the
 * origin's private file system (OPFS), which survive a reload and a killed browser.
 */

/**
 * `private`: this site's own place on the disk, to be saved from there. `picked`: straight into a
 * file that the person chooses. `memory`: in the page, gone with it.
 */
export type Place = "private" | "picked" | "memory";

/** What a page remembers of one file, for after a reload. `text` is read by `record.ts`. */
export interface Kept {
  /** This page's own name for it: never the friend's. */
  readonly key: string;
  readonly text: string;
}

/** Takes the parts of one file, in order. */
export interface Sink {
  /** Hashes of the parts that are stored, in order. */
  readonly digests: readonly string[];
  /** @throws where there is no room */
  write(part: Uint8Array<ArrayBuffer>, digest: string): Promise<void>;
  /** All of it is there and right. */
  finish(): Promise<void>;
  /** The whole file, still on the disk; `null`: it is already where the person wants it. */
  blob(): Promise<Blob | null>;
  /** Nothing of it stays. */
  discard(): Promise<void>;
}

export interface NewSink {
  readonly place: Place;
  readonly key: string;
  /** Suggested, where the person chooses. */
  readonly name: string;
}

export interface FileStore {
  /** Where a file of so many bytes can go; `null`: it is too large for this browser. */
  plan(size: number): Promise<Place | null>;
  /** @throws {DOMException} `AbortError`: the person chose no place */
  create(options: NewSink): Promise<Sink>;
  /**
   * What is stored of a file of `size` bytes, each part read again and compared with its hash; the
   * first that is missing or wrong ends it. `null`: nothing can be.
   */
  reopen(key: string, size: number): Promise<Sink | null>;
  /** What this browser remembers. */
  kept(): Promise<readonly Kept[]>;
  /** Remembers it; where nothing can be remembered, does nothing. */
  keep(kept: Kept): Promise<void>;
  /** Nothing of it stays, bytes included. */
  forget(key: string): Promise<void>;
  /** SHA-256, base64url. */
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** One hash for many, in order: equal only if each of them is. */
export function rootOf(
  store: Pick<FileStore, "digest">,
  digests: readonly string[],
): Promise<string> {
  return store.digest(new TextEncoder().encode(digests.join("\n")));
}
