/** Keys of verified calls, in `sessionStorage`: they survive a reload, and nothing else. */
import type { KeyMemory } from "../platform.ts";

const PREFIX = "duet.verified.";

/** Forbidden or full storage is no error: the two compare once more. */
export function createKeyMemory(): KeyMemory {
  const here = new Map<string, string>();
  return {
    get(holder) {
      try {
        return here.get(holder) ?? sessionStorage.getItem(PREFIX + holder);
      } catch {
        return null;
      }
    },
    set(holder, key) {
      here.set(holder, key);
      try {
        sessionStorage.setItem(PREFIX + holder, key);
      } catch {
        // See above.
      }
    },
  };
}
