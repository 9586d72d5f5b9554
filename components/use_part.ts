import { useEffect, useState } from "preact/hooks";

/** The server may be back by then: the person cannot do anything before. */
const TRY_AGAIN_MS = 1_000;

/**
 * A part of the page that is fetched when it is needed, and tried for again until it is there.
 *
 * @param isNeeded from now on
 * @returns `null`: not loaded yet
 */
export function usePart<Part extends object>(
  isNeeded: boolean,
  load: () => Promise<Part>,
): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (!isNeeded || part !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let done = false;
    async function fetchPart() {
      try {
        const loaded = await load();
        if (!done) setPart(loaded);
      } catch {
        if (!done) timer = setTimeout(fetchPart, TRY_AGAIN_MS);
      }
    }
    fetchPart();
    return () => {
      done = true;
      clearTimeout(timer);
    };
  }, [isNeeded, part]);
  return part;
}
