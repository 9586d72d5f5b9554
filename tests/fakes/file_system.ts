/** As much of a private file system (WHATWG File System) as the stores need, in memory. */

class FakeFile {
  readonly kind = "file";
  #content = new Blob();
  constructor(readonly name: string) {}
  getFile(): Promise<File> {
    return Promise.resolve(new File([this.#content], this.name));
  }
  /** What is written is a draft until it is closed. */
  createWritable() {
    const draft: Blob[] = [];
    return Promise.resolve({
      write: (part: Blob) => Promise.resolve(void draft.push(part)),
      close: () => Promise.resolve(void (this.#content = new Blob(draft))),
      abort: () => Promise.resolve(),
    });
  }
}

export class FakeFolder {
  readonly kind = "directory";
  readonly inside = new Map<string, FakeFolder | FakeFile>();
  constructor(readonly name = "") {}

  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FakeFolder> {
    return this.#get(name, () => new FakeFolder(name), options);
  }

  getFileHandle(name: string, options?: { create?: boolean }): Promise<FakeFile> {
    return this.#get(name, () => new FakeFile(name), options);
  }

  removeEntry(name: string): Promise<void> {
    this.inside.delete(name);
    return Promise.resolve();
  }

  async *entries() {
    yield* [...this.inside];
    await Promise.resolve();
  }

  async *keys() {
    yield* [...this.inside.keys()];
    await Promise.resolve();
  }

  #get<Handle extends FakeFolder | FakeFile>(
    name: string,
    make: () => Handle,
    { create = false } = {},
  ): Promise<Handle> {
    const found = this.inside.get(name);
    if (found !== undefined) return Promise.resolve(found as Handle);
    if (!create) return Promise.reject(new DOMException("Cannot find it", "NotFoundError"));
    const made = make();
    this.inside.set(name, made);
    return Promise.resolve(made);
  }
}
