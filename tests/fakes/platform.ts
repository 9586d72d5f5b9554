/** A browser under the test's hand, as far as the engine's unit tests need one. */
import * as keeping from "../../call/media/keeping.ts";
import { createSteering } from "../../call/sending/steering.ts";
import type { Platform, TextMemory } from "../../call/platform.ts";
import { FakeClock } from "./clock.ts";
import { FakeFileStore } from "./file_store.ts";
import { FakePeerConnection, FakeStream } from "./peer_connection.ts";
import { fakeSockets } from "./socket.ts";

export interface FakeBrowser {
  readonly clock: FakeClock;
  readonly sockets: ReturnType<typeof fakeSockets>;
  /** Peer connections in the order they were made. */
  readonly connections: FakePeerConnection[];
  readonly bugs: string[];
  readonly platform: Platform;
}

/** @param more what of the platform the test brings itself */
export function fakeBrowser(more: Partial<Platform> = {}): FakeBrowser {
  const clock = new FakeClock();
  const sockets = fakeSockets();
  const connections: FakePeerConnection[] = [];
  const bugs: string[] = [];
  let ids = 0;
  class Made extends FakePeerConnection {
    constructor(configuration: RTCConfiguration) {
      super(configuration, `pc${connections.length}g`);
      connections.push(this);
    }
  }
  const platform = {
    clock,
    random: () => 0,
    newId: () => `fresh-id-${String(++ids).padStart(4, "0")}`,
    engine: "chromium",
    WebSocket: sockets.WebSocket,
    fetch: () => Promise.reject(new TypeError("Cannot fetch")),
    connect: (configuration: RTCConfiguration) => new Made(configuration),
    MediaStream: FakeStream,
    devices: {
      acquire: () => Promise.resolve({ ok: false, problem: { cause: "in-use", devices: [] } }),
      acquireOne: () => Promise.resolve(null),
      permission: () => Promise.resolve(null),
      list: () => Promise.resolve([]),
      isHandheld: () => false,
      onChange: () => () => {},
    },
    loadKeeping: () => Promise.resolve(keeping),
    loadUpkeep: () => Promise.resolve({ createSteering, findMove: () => Promise.resolve(null) }),
    choices: fakeText(),
    memory: {
      ofTab: () => null,
      setTab: () => {},
      ofBrowser: () => Promise.resolve([]),
      changeBrowser: () => Promise.resolve(),
    },
    keys: { get: () => null, set: () => {} },
    openFiles: () => Promise.resolve(new FakeFileStore()),
    locks: undefined,
    page: { onNetworkHint: () => () => {}, onClosing: () => () => {} },
    chime: () => {},
    watchSpeech: () => () => {},
    reportBug: (what: string) => bugs.push(what),
    ...more,
  } as unknown as Platform;
  return { clock, sockets, connections, bugs, platform };
}

/** Keeps a text as long as the test runs. */
export function fakeText(text: string | null = null): TextMemory {
  return { get: () => text, set: (next) => void (text = next) };
}
