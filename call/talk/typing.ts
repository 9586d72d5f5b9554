/** "Your friend is writing…": said while somebody types, and never longer. */
import { type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { Extra, ExtraContext } from "../extras/extra.ts";

/** Whoever types on says so this often, ms. */
export const SAY_EVERY_MS = 2_500;
/** Without a word for this long, the friend has stopped (or is gone), ms. */
export const STALE_MS = 5_000;
/** The shortest time a mark is shown, and then not shown: it never flickers, ms. */
export const STEADY_MS = 800;

const Body = v.strictObject({ writing: v.boolean() });

export interface Typing {
  readonly friendWrites: ReadonlySignal<boolean>;
  /** The person typed something, or took it back, or sent it. */
  wrote(hasText: boolean): void;
}

export function createTyping(
  { platform: { clock }, say }: Pick<ExtraContext, "platform" | "say">,
): Typing & Extra {
  const friendWrites = signal(false);
  let saidAt = -Infinity;
  let cancelStale: (() => void) | null = null;
  let cancelTurn: (() => void) | null = null;
  let changedAt = -Infinity;
  let holder: string | null = null;

  /** However fast the friend's page changes its mind, the mark does so at its own pace. */
  function turn(on: boolean): void {
    cancelTurn?.();
    cancelTurn = null;
    if (friendWrites.value === on) return;
    const waitMs = changedAt + STEADY_MS - clock.monotonic();
    if (waitMs > 0) {
      cancelTurn = clock.after(waitMs, () => turn(on));
      return;
    }
    changedAt = clock.monotonic();
    friendWrites.value = on;
  }

  function forget(): void {
    cancelStale?.();
    cancelTurn?.();
    cancelStale = cancelTurn = null;
    friendWrites.value = false;
    changedAt = saidAt = -Infinity;
  }

  return {
    friendWrites,
    wrote(hasText) {
      if (!hasText) {
        if (saidAt > -Infinity) say("typing", { writing: false });
        saidAt = -Infinity;
        return;
      }
      const now = clock.monotonic();
      if (now - saidAt < SAY_EVERY_MS) return;
      if (say("typing", { writing: true })) saidAt = now;
    },
    receive(body) {
      const message = v.safeParse(Body, body);
      if (!message.success) return;
      cancelStale?.();
      const { writing } = message.output;
      cancelStale = writing ? clock.after(STALE_MS, () => turn(false)) : null;
      turn(writing);
    },
    with(whom) {
      if (whom !== holder) forget();
      holder = whom;
    },
    release: forget,
    end: forget,
  };
}
