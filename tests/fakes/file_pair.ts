/** Two pages that send each other files, as far as unit tests need them: what one says the other hears. */
import type { Connection } from "../../call/connection/connection.ts";
import { createFiles } from "../../call/files/files.ts";
import { FakeFileStore } from "./file_store.ts";
import { fakeBrowser } from "./platform.ts";

/** Turns of the event loop in which something has to become true. */
const TURNS = 2_000;

/** One end of a data channel that takes everything at once. */
class FakeChannel {
  readonly readyState = "open";
  binaryType = "blob";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;
  onopen: (() => void) | null = null;
  sent = 0;

  constructor(readonly deliver: (data: ArrayBuffer) => void) {}

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.sent += bytes.length;
    this.deliver(bytes.slice().buffer);
  }
}

export interface FilePage {
  readonly files: ReturnType<typeof createFiles>;
  readonly store: FakeFileStore;
  readonly clock: ReturnType<typeof fakeBrowser>["clock"];
  readonly bugs: string[];
  /** What it said, in order. */
  readonly said: Readonly<Record<string, unknown>>[];
}

export function filePage(
  say: (body: Readonly<Record<string, unknown>>) => boolean,
  { store = new FakeFileStore(), name = "page" }: { store?: FakeFileStore; name?: string } = {},
): FilePage {
  const said: Readonly<Record<string, unknown>>[] = [];
  let ids = 0;
  const { platform, clock, bugs } = fakeBrowser({
    openFiles: () => Promise.resolve(store),
    newId: () => `${name}-${String(++ids).padStart(8, "0")}`,
    random: () => ids++ / 1_000_000,
  });
  const files = createFiles({
    platform,
    say(_of, body) {
      said.push(body);
      return say(body);
    },
  });
  return { files, store, clock, bugs, said };
}

/** Whether both are connected, and what happens to what is on the way. */
export interface Wire {
  hasPath: boolean;
  /** What becomes of a frame on its way to "bob". */
  bend: (data: ArrayBuffer) => ArrayBuffer | null;
}

/** A connection between the two, as each sees it. */
export function connectFiles(ada: FilePage, bob: FilePage, wire: Wire): void {
  const toBob = new FakeChannel((data) => {
    const bent = wire.bend(data);
    if (bent !== null) toAda.onmessage?.({ data: bent });
  });
  const toAda: FakeChannel = new FakeChannel((data) => toBob.onmessage?.({ data }));
  const ends = [[ada, toBob], [bob, toAda]] as const;
  for (const [{ files }, channel] of ends) {
    const connection = {
      id: "connection",
      files: channel,
      get hasPath() {
        return wire.hasPath;
      },
      pc: { getStats: () => Promise.resolve(new Map()) },
    };
    files.follow?.(connection as unknown as Connection);
  }
  for (const { files } of [ada, bob]) files.opened?.();
}

/** Ada and Bob, connected. */
export function filePair(stores: { ada?: FakeFileStore; bob?: FakeFileStore } = {}) {
  const wire: Wire = { hasPath: true, bend: (data) => data };
  const hear = (page: () => FilePage) => (body: Readonly<Record<string, unknown>>) => {
    if (!wire.hasPath) return false;
    queueMicrotask(() => page().files.receive?.(body));
    return true;
  };
  const pages: Record<"ada" | "bob", FilePage> = {
    ada: filePage(hear(() => pages.bob), { store: stores.ada ?? new FakeFileStore(), name: "ada" }),
    bob: filePage(hear(() => pages.ada), { store: stores.bob ?? new FakeFileStore(), name: "bob" }),
  };
  function meet(): void {
    pages.ada.files.with?.("holder-of-bob");
    pages.bob.files.with?.("holder-of-ada");
    connectFiles(pages.ada, pages.bob, wire);
  }
  meet();
  return {
    pages,
    wire,
    /** A new connection of the same two. */
    reconnect: () => connectFiles(pages.ada, pages.bob, wire),
    /** The page of one of them is loaded anew; its disk stays. */
    reload(who: "ada" | "bob") {
      const other = who === "ada" ? "bob" : "ada";
      const store = new FakeFileStore(pages[who].store.files);
      pages[who] = filePage(hear(() => pages[other]), { store, name: `${who}-again` });
      meet();
    },
  };
}

/** Lets everything under way go on until `isTrue`. */
export async function until(pages: readonly FilePage[], isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (isTrue()) return;
    await new Promise((done) => setTimeout(done));
    if (turn % 10 === 9) { for (const { clock } of pages) clock.tick(500); }
  }
  const shown = pages.map(({ files }) => files.list.value.map(({ phase }) => phase));
  throw new Error(`Still waiting: ${JSON.stringify(shown)}`);
}

/** A file of bytes that look random, the same for the same seed. */
export function someFile(name: string, size: number, seed = 1): File {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return new File([bytes], name, { lastModified: 1_000 });
}
