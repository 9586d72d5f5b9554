import { assert, assertEquals } from "@std/assert";
import { afterCall } from "./latency.ts";

Deno.test("latency: the first call is believed, slower ones at once, faster ones bit by bit", () => {
  const first = afterCall(null, 10);
  assertEquals(first, 10);
  const slower = afterCall(first, 700);
  assertEquals(slower, 355);
  const faster = afterCall(slower, 5);
  assertEquals(faster, 320);
});

Deno.test("latency: three slow calls are enough to know, a hundred quick ones to forget", () => {
  let estimate = 3;
  for (let calls = 0; calls < 3; calls++) estimate = afterCall(estimate, 700);
  assert(estimate > 600);
  for (let calls = 0; calls < 100; calls++) estimate = afterCall(estimate, 3);
  assert(estimate < 4);
});
