import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { Extras } from "../call/extras/extras.ts";

/** What is written and not sent. */
export interface Draft {
  readonly text: ReadonlySignal<string>;
  write(text: string): void;
}

interface DraftOptions {
  /** `null`: not loaded yet; until then the draft lasts as long as this screen. */
  readonly extras: Extras | null;
  /** Whom it is meant for; `null`: nobody now. */
  readonly holder: string | null;
}

/** The draft for this friend, which outlives a closed panel and a reload; the friend sees a mark. */
export function useDraft({ extras, holder }: DraftOptions): Draft {
  const early = useSignal("");
  // At once: what is sent a moment later is what stands in the field.
  useLayoutEffect(() => {
    early.value = "";
  }, [holder]);
  useLayoutEffect(() => {
    if (extras === null || early.peek() === "") return;
    extras.drafts.write(extras.drafts.text.peek() + early.peek());
    early.value = "";
  }, [extras]);
  if (extras === null) return { text: early, write: (text) => early.value = text };
  const { drafts, typing } = extras;
  return {
    text: drafts.text,
    write(text) {
      drafts.write(text);
      typing.wrote(text.trim() !== "");
    },
  };
}
