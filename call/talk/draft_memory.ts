/** The draft in `sessionStorage`: it survives a reload of this tab, and nothing else. */
import type { DraftMemory } from "./drafts.ts";

const KEY = "duet.draft";

/** Forbidden or full storage is no error: the draft lasts as long as the page. */
export function createDraftMemory(): DraftMemory {
  return {
    get() {
      try {
        return sessionStorage.getItem(KEY);
      } catch {
        return null;
      }
    },
    set(draft) {
      try {
        if (draft === null) sessionStorage.removeItem(KEY);
        else sessionStorage.setItem(KEY, draft);
      } catch {
        // See above.
      }
    },
  };
}
