/** Join pressed → the friend's first frame, beside a bare two-page call in the same browsers. */
import { serveBareCall } from "../../tests/rig/bare_call.ts";
import { markdownTable } from "../../tests/rig/markdown_table.ts";
import { median } from "../stopwatch.ts";
import { type Both, meet } from "./meet.ts";

type Variant = "duet" | "bare, prepared offer" | "bare, offer on press";
const VARIANTS: readonly Variant[] = ["duet", "bare, prepared offer", "bare, offer on press"];
/** Of the bare call's time, at most. */
const GOAL = 1.3;

/** Prints the table. @param duet address of the app */
export async function benchPress(both: Both, duet: string, rounds: number): Promise<void> {
  await using bare = serveBareCall();
  const presses = new Map<Variant, number[]>(VARIANTS.map((name) => [name, []]));
  const opens = new Map<Variant, number[]>(VARIANTS.map((name) => [name, []]));
  const ready: number[] = [];

  function address(variant: Variant, room: string): string {
    if (variant === "duet") return new URL(`/r/${room}`, duet).href;
    const prepared = variant === "bare, prepared offer" ? "&prepared" : "";
    return `${bare.url}?pair=${room}&alone${prepared}`;
  }

  // One round nobody counts: the browsers' first call loads codecs.
  for (let round = -1; round < rounds; round++) {
    for (const variant of VARIANTS) {
      for (const atOnce of [false, true]) {
        const room = `room-${round + 1}-${VARIANTS.indexOf(variant)}-${atOnce ? "open" : "press"}`;
        const { times } = await meet(both, {
          url: address(variant, room),
          press: atOnce ? "at once" : "later",
        });
        if (round < 0) continue;
        if (!atOnce) presses.get(variant)?.push(times.firstFrame - times.pressed);
        else opens.get(variant)?.push(times.firstFrame);
        if (atOnce && variant === "duet") ready.push(times.ready);
      }
    }
  }

  const base = median(presses.get("bare, prepared offer") ?? []);
  const rows = VARIANTS.map((name) => {
    const press = median(presses.get(name) ?? []);
    const open = median(opens.get(name) ?? []);
    return [name, `${press.toFixed(0)} ms`, (press / base).toFixed(2), `${open.toFixed(0)} ms`];
  });
  const ratio = median(presses.get("duet") ?? []) / base;
  console.log(`
Medians of ${rounds} rounds, two Chromium processes on one machine, all variants in turn.

${
    markdownTable(
      ["Call", "Join pressed → remote frame", "ratio", "page opened → remote frame"],
      rows,
    )
  }

Goal ≤ ${GOAL} × bare: ${ratio.toFixed(2)} ×, ${ratio <= GOAL ? "reached" : "not reached"}.
Page opened → prompt usable: ${median(ready).toFixed(0)} ms.`);
}
