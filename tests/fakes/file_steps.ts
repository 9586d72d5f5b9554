/** Steps of a test in which Ada sends Bob a file. */
import { assert, assertEquals } from "@std/assert";
import type { Transfer } from "../../call/files/entry.ts";
import type { Phase } from "../../call/files/transfer.ts";
import { filePair, until } from "./file_pair.ts";

export const MIB = 1024 * 1024;
export const SIZE = 3 * MIB + 17;

export type Pair = ReturnType<typeof filePair>;

export function shown({ pages }: Pair, who: "ada" | "bob"): readonly Transfer[] {
  return pages[who].files.list.value;
}

export function phase(pair: Pair, who: "ada" | "bob", index = 0): Phase["is"] | null {
  return shown(pair, who)[index]?.phase.is ?? null;
}

export function keyOf(pair: Pair, who: "ada" | "bob"): string {
  const [first] = shown(pair, who);
  assert(first !== undefined);
  return first.key;
}

export async function reach(pair: Pair, isTrue: () => boolean): Promise<void> {
  await until(Object.values(pair.pages), isTrue);
}

export async function offered(pair: Pair, file: File): Promise<void> {
  pair.pages.ada.files.send([file]);
  await reach(
    pair,
    () => shown(pair, "bob")[0]?.place !== undefined && phase(pair, "bob") !== null,
  );
  await reach(pair, () => shown(pair, "bob")[0]?.place !== null);
}

export function accept(pair: Pair): void {
  pair.pages.bob.files.accept(keyOf(pair, "bob"));
}

export async function arrived(pair: Pair, file: File): Promise<void> {
  await reach(pair, () => phase(pair, "bob") === "done");
  const blob = await pair.pages.bob.files.open(keyOf(pair, "bob"));
  assert(blob !== null);
  assertEquals(new Uint8Array(await blob.arrayBuffer()), new Uint8Array(await file.arrayBuffer()));
  await reach(pair, () => phase(pair, "ada") === "done");
}

/** Lets so many frames through and then none. */
export function stopAfter({ wire }: Pair, frames: number): void {
  let count = 0;
  wire.bend = (data) => ++count > frames ? null : data;
}
