import { assertEquals } from "@std/assert";
import { openOneFile, probeDescriptors } from "./descriptors.ts";

/** A process that may open so many files. */
function processWith(limit: number) {
  const state = { open: 0, most: 0 };
  function open() {
    if (state.open === limit) throw new Error("Too many open files");
    state.most = Math.max(state.most, ++state.open);
    return { close: () => void state.open-- };
  }
  return { open, state };
}

Deno.test("descriptors: too few are told with their number, and all are given back", () => {
  const { open, state } = processWith(995);
  assertEquals(probeDescriptors(20_000, open), { enough: false, free: 995 });
  assertEquals(state, { open: 0, most: 995 });
});

Deno.test("descriptors: enough means the sockets and some to spare", () => {
  assertEquals(probeDescriptors(1_000, processWith(1_000).open), { enough: false, free: 1_000 });
  assertEquals(probeDescriptors(1_000, processWith(1_200).open), { enough: true });
});

Deno.test("descriptors: the process's own can be probed", () => {
  assertEquals(probeDescriptors(1, openOneFile), { enough: true });
});
