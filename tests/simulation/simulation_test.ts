import { assertEquals } from "@std/assert";
import { type Failure, runLives } from "./run/lives.ts";

/** `deno task simulate` runs as many as wanted, of any seed. */
const LIVES = 2_000;
const SEED = 8;

Deno.test(`simulation: ${LIVES} whole lives of a room, whatever happens in them`, async () => {
  const { failures } = await runLives({ seed: SEED, from: 0, count: LIVES });
  assertEquals(failures.length, 0, failures.map(({ report }: Failure) => report).join("\n\n"));
});

Deno.test("simulation: a life depends on its seed and number only", async () => {
  const first = await runLives({ seed: 3, from: 5, count: 1 });
  await runLives({ seed: 4, from: 0, count: 3 });
  const again = await runLives({ seed: 3, from: 5, count: 1 });
  assertEquals(again, first);
});
