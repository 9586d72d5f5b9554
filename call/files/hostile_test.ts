/** A friend whose page says whatever it likes. */
import { assert, assertEquals } from "@std/assert";
import {
  connectFiles,
  type FilePage,
  filePage,
  until,
  type Wire,
} from "../../tests/fakes/file_pair.ts";
import { encodeFrame, type Frame } from "./frames.ts";
import { BLOCK_BYTES, MAX_OPEN, MAX_TRANSFERS, windowBytes } from "./limits.ts";

const MIB = 1024 * 1024;
const OFFER = { does: "offer", id: "transfer-0", name: "cake.jpg", size: 5 * MIB, here: true };

interface Hostile {
  readonly bob: FilePage;
  send(frame: Frame): void;
}

/** Bob, and a friend who only sends what the test says. */
function hostile(): Hostile {
  const bob = filePage(() => true, { name: "bob" });
  const friend = filePage(() => true, { name: "friend" });
  const sent: ((data: ArrayBuffer) => void)[] = [];
  const wire: Wire = { hasPath: true, bend: (data) => data };
  bob.files.with?.("holder-of-friend");
  connectFiles(friend, bob, wire);
  const connection = {
    id: "connection",
    hasPath: true,
    pc: { getStats: () => Promise.resolve(new Map()) },
    files: {
      readyState: "open",
      bufferedAmount: 0,
      set onmessage(hear: ((event: { data: ArrayBuffer }) => void) | null) {
        if (hear !== null) sent.push((data) => hear({ data }));
      },
    },
  };
  bob.files.follow?.(connection as never);
  bob.files.opened?.();
  return { bob, send: (frame) => sent.at(-1)?.(encodeFrame(frame).buffer) };
}

async function accepted({ bob }: Hostile): Promise<{ id: string; run: number }> {
  bob.files.receive?.(OFFER);
  await until([bob], () => !!bob.files.list.value[0]?.place);
  bob.files.accept(bob.files.list.value[0]?.key ?? "");
  await until([bob], () => bob.said.some(({ does }) => does === "want"));
  const want = bob.said.findLast(({ does }) => does === "want");
  return { id: "transfer-0", run: Number(want?.run) };
}

function block(at: { id: string; run: number }, offset: number, length = BLOCK_BYTES): Frame {
  return { kind: "block", ...at, offset, bytes: new Uint8Array(length) };
}

async function isRefused({ bob }: Hostile): Promise<void> {
  await until([bob], () => bob.files.list.value[0]?.phase.is === "failed");
  assertEquals(bob.files.list.value[0]?.phase, { is: "failed", because: "broken" });
  await until([bob], () => bob.store.files.size === 0);
}

Deno.test("files, hostile friend: of a thousand offers a few are shown", async () => {
  const { bob } = hostile();
  await until([bob], () => bob.store.files.size === 0);
  for (let count = 0; count < 1_000; count += 1) {
    bob.files.receive?.({ ...OFFER, id: `transfer-${count}` });
  }
  await until([bob], () => bob.files.list.value.length > 0);
  assertEquals(bob.files.list.value.length, MAX_OPEN);
  assertEquals([bob.store.made, bob.store.files.size], [[], 0]);
});

Deno.test("files, hostile friend: offers made and withdrawn without end fill no memory", async () => {
  const { bob } = hostile();
  bob.files.receive?.({ ...OFFER, id: "transfer-first" });
  await until([bob], () => bob.files.list.value.length === 1);
  for (let count = 0; count < 5_000; count += 1) {
    bob.files.receive?.({ ...OFFER, id: `transfer-${count}` });
    bob.files.receive?.({ does: "cancel", id: `transfer-${count}` });
  }
  assert(bob.files.list.value.length <= MAX_TRANSFERS);
  assertEquals(bob.store.forgotten, 0);
});

Deno.test("files, hostile friend: names of a megabyte and huge sizes are not even shown", async () => {
  const { bob } = hostile();
  bob.files.receive?.({ ...OFFER, id: "transfer-a", name: "x".repeat(1_000_000) });
  bob.files.receive?.({ ...OFFER, id: "transfer-b", size: Number.MAX_SAFE_INTEGER });
  bob.files.receive?.(OFFER);
  await until([bob], () => bob.files.list.value.length > 0);
  assertEquals(bob.files.list.value.map(({ name }) => name), ["cake.jpg"]);
});

Deno.test("files, hostile friend: blocks of what nobody accepted go nowhere", async () => {
  const friend = hostile();
  friend.bob.files.receive?.(OFFER);
  await until([friend.bob], () => !!friend.bob.files.list.value[0]?.place);
  for (const run of [0, 1, 7]) friend.send(block({ id: "transfer-0", run }, 0));
  friend.send(block({ id: "transfer-unknown", run: 0 }, 0));
  assertEquals(friend.bob.store.files.size, 0);
  assertEquals(friend.bob.files.list.value[0]?.phase.is, "offered");
});

Deno.test("files, hostile friend: more than the credit ends it", async () => {
  const friend = hostile();
  const at = await accepted(friend);
  // Never a seal: nothing is stored, no more credit comes.
  for (let offset = 0; offset <= windowBytes(OFFER.size); offset += BLOCK_BYTES) {
    friend.send(block(at, offset));
  }
  await isRefused(friend);
});

Deno.test("files, hostile friend: the wrong place ends it", async () => {
  for (const offset of [BLOCK_BYTES, 5 * MIB, 2 ** 50]) {
    const friend = hostile();
    friend.send(block(await accepted(friend), offset));
    await isRefused(friend);
  }
});

Deno.test("files, hostile friend: the same block twice ends it", async () => {
  const friend = hostile();
  const at = await accepted(friend);
  friend.send(block(at, 0));
  friend.send(block(at, 0));
  await isRefused(friend);
});

Deno.test("files, hostile friend: a hash before its part, or an end before the end, ends it", async () => {
  for (const kind of ["seal", "end"] as const) {
    for (const offset of [0, BLOCK_BYTES, MIB, OFFER.size]) {
      const friend = hostile();
      const at = await accepted(friend);
      friend.send(block(at, 0));
      friend.send({ kind, ...at, offset, digest: "abc" });
      await isRefused(friend);
    }
  }
});

Deno.test("files, hostile friend: one that never ends can be cancelled", async () => {
  const friend = hostile();
  friend.send(block(await accepted(friend), 0));
  const { bob } = friend;
  for (let hour = 0; hour < 3; hour += 1) await bob.clock.pass(60_000);
  assertEquals(bob.files.list.value[0]?.phase.is, "moving");
  bob.files.cancel(bob.files.list.value[0]?.key ?? "");
  await until([bob], () => bob.store.files.size === 0);
});

Deno.test("files, hostile friend: an offer is not changed after it is shown", async () => {
  const { bob } = hostile();
  bob.files.receive?.(OFFER);
  await until([bob], () => bob.files.list.value.length === 1);
  bob.files.receive?.({ ...OFFER, name: "virus.exe" });
  bob.files.receive?.({ ...OFFER, size: 1 });
  assertEquals(bob.files.list.value.map(({ name, size }) => [name, size]), [[
    OFFER.name,
    OFFER.size,
  ]]);
});

Deno.test("files, hostile friend: wishes without end cost the sender one answer", async () => {
  const { bob } = hostile();
  let reads = 0;
  const file = new File([new Uint8Array(3 * MIB)], "mine.bin");
  const slice = file.slice.bind(file);
  file.slice = (...range) => {
    reads += 1;
    return slice(...range);
  };
  bob.files.send([file]);
  await until([bob], () => bob.files.list.value.length === 1);
  const { id } = bob.said.find(({ does }) => does === "offer") ?? {};
  const root = await bob.store.digest(new Uint8Array());
  for (let run = 0; run < 1_000; run += 1) {
    bob.files.receive?.({ does: "want", id, run, from: 0, upTo: MIB, root });
  }
  await until([bob], () => reads > 0);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setTimeout(done));
  assert(reads <= 5, `${reads}`);
});
