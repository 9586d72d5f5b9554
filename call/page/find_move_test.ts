import { assert, assertEquals } from "@std/assert";
import { findMove } from "./find_move.ts";

/** What a machine's windows see of it, and the windows that were opened. */
class Machine implements Disposable {
  candidates: ({ type: string; address: string | null } | null)[] = [];
  isExhausted = false;
  readonly frames: { hidden: boolean; contentWindow: object | null; remove(): void }[] = [];
  readonly #before = Object.getOwnPropertyDescriptor(globalThis, "document");

  constructor() {
    const document = { body: { append() {} }, createElement: () => this.#frame() };
    Object.defineProperty(globalThis, "document", { value: document, configurable: true });
  }

  get open(): boolean[] {
    return this.frames.map(({ contentWindow }) => contentWindow !== null);
  }

  /** The class of a window of its own. */
  peer() {
    // deno-lint-ignore no-this-alias
    const machine = this;
    return class {
      signalingState = "stable";
      onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
      constructor() {
        if (machine.isExhausted) throw new DOMException("No more", "UnknownError");
      }
      createDataChannel() {}
      setLocalDescription() {
        for (const candidate of machine.candidates) this.onicecandidate?.({ candidate });
        return Promise.resolve();
      }
      close() {
        this.signalingState = "closed";
      }
    };
  }

  #frame() {
    const frame = {
      hidden: false,
      contentWindow: { RTCPeerConnection: this.peer() } as object | null,
      remove: () => void (frame.contentWindow = null),
    };
    this.frames.push(frame);
    return frame;
  }

  [Symbol.dispose](): void {
    if (this.#before) Object.defineProperty(globalThis, "document", this.#before);
    else Reflect.deleteProperty(globalThis, "document");
  }
}

const HERE = { type: "host", address: "192.0.2.1" };
const THERE = { type: "host", address: "198.51.100.7" };
const KNOWN = new Set([HERE.address]);

for (
  const [what, candidates] of [
    ["an address that is known", [HERE, null]],
    ["a name that hides one", [{ type: "host", address: "1f0c.local" }, null]],
    ["what a server saw", [{ type: "srflx", address: THERE.address }, null]],
    ["nothing", []],
  ] as const
) {
  Deno.test(`find move: ${what} tells of none, and the window goes`, async () => {
    using machine = new Machine();
    machine.candidates = [...candidates];
    assertEquals([await findMove(KNOWN), machine.open], [null, [false]]);
    assertEquals(machine.frames[0]?.hidden, true);
  });
}

Deno.test("find move: a browser that makes no more connections tells of none", async () => {
  using machine = new Machine();
  machine.isExhausted = true;
  assertEquals([await findMove(KNOWN), machine.open], [null, [false]]);
});

Deno.test("find move: connections are made where the new address is known, as long as they live", async () => {
  using machine = new Machine();
  machine.candidates = [HERE, THERE];
  const connect = await findMove(KNOWN);
  assert(connect !== null);
  const call = connect({});
  // Looks that find nothing leave it alone, also before it is used again.
  machine.candidates = [HERE, null];
  await findMove(KNOWN);
  assertEquals(machine.open, [true, false]);
  machine.candidates = [THERE];
  await findMove(KNOWN);
  assertEquals(machine.open, [true, false, true], "its connection is in use");
  call.close();
  const last = await findMove(KNOWN);
  assertEquals(machine.open, [false, false, false, true]);

  // Whoever still holds the way of a window that is gone gets the page's own.
  const own = machine.peer();
  const before = Object.getOwnPropertyDescriptor(globalThis, "RTCPeerConnection");
  Object.defineProperty(globalThis, "RTCPeerConnection", { value: own, configurable: true });
  assert(connect({}) instanceof own);
  assert(last !== null && !(last({}) instanceof own));
  if (before) Object.defineProperty(globalThis, "RTCPeerConnection", before);
  else Reflect.deleteProperty(globalThis, "RTCPeerConnection");
});
