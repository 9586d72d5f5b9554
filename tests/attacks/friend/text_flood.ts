import { createConversation } from "../../../call/chat/conversation.ts";
import { FakeClock } from "../../fakes/clock.ts";
import type { Attack } from "../attack.ts";

/** What a page takes at once, and how often one more after that. */
const BURST = 50;
const EVERY_MS = 500;
const STEP_MS = 10;

export const textFlood: Attack = {
  name: "flood of texts",
  who: "hostile friend",
  rule: "chat: a page takes no more texts than a person writes, from however many outboxes",
  run({ short }) {
    const clock = new FakeClock();
    let refused = 0;
    let answers = 0;
    let ids = 0;
    const conversation = createConversation({
      platform: { clock, newId: () => `outbox-${ids++}` },
      say: () => ++answers > 0,
      own: () => ({ muted: false, cameraOff: false, videoPaused: false }),
      tooMany: () => refused++,
    });
    conversation.with("holder-of-the-friend");
    const steps = short ? 1_000 : 6_000;
    const perStep = 20;
    const started = performance.now();
    for (let step = 0; step < steps; step++) {
      clock.tick(STEP_MS);
      for (let index = 0; index < perStep; index++) {
        const outbox = `outbox-${step}-${index}`;
        conversation.receive({ type: "text", outbox, sequence: 0, text: "x".repeat(4_000) });
      }
    }
    const ms = Math.round(performance.now() - started);
    const taken = conversation.texts.value.length;
    const limit = BURST + Math.ceil(steps * STEP_MS / EVERY_MS);
    return Promise.resolve({
      tried:
        `${steps * perStep} texts of 4,000 characters in ${steps * STEP_MS / 1_000} s of the ` +
        "page's clock, each as from another outbox",
      figure: `${taken} shown, the person told ${
        refused > 0 ? "of too many" : "nothing"
      }, ${ms} ms`,
      limit: `${limit}`,
      held: taken <= limit && refused > 0,
    });
  },
};
