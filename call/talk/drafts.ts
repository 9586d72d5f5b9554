/**
 * What the person writes and has not sent: kept through a reload, for the friend it is meant for.
 * Somebody else's page never gets it, and nobody else's call shows it.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import { MAX_TEXT_LENGTH } from "../connection/channel.ts";
import type { Extra } from "../extras/extra.ts";

/** Where one draft survives a reload. */
export interface DraftMemory {
  get(): string | null;
  set(draft: string | null): void;
}

const Kept = v.strictObject({
  holder: v.string(),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)),
});

export interface Drafts {
  readonly text: ReadonlySignal<string>;
  write(text: string): void;
}

export function createDrafts(memory?: DraftMemory): Drafts & Extra {
  const text = signal("");
  /** Whom the text is for, though they may be away. */
  let holder: string | null = null;

  function keep(): void {
    const isEmpty = holder === null || text.value === "";
    memory?.set(isEmpty ? null : JSON.stringify({ holder, text: text.value }));
  }

  return {
    text,
    write(next) {
      text.value = next.slice(0, MAX_TEXT_LENGTH);
      keep();
    },
    with(whom) {
      // They may come back; who comes instead gets nothing of it.
      if (whom === null || whom === holder) return;
      const kept = holder === null ? parseKept(memory?.get() ?? null) : null;
      holder = whom;
      text.value = kept?.holder === whom ? kept.text : "";
      keep();
    },
    end() {
      holder = null;
      text.value = "";
      keep();
    },
  };
}

function parseKept(json: string | null): v.InferOutput<typeof Kept> | null {
  if (json === null) return null;
  try {
    const result = v.safeParse(Kept, JSON.parse(json));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
