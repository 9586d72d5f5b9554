import { useEffect, useState } from "preact/hooks";

const SAY_COPIED_MS = 4_000;

export interface Copying {
  readonly outcome: "copied" | "failed" | null;
  copy(): Promise<void>;
}

/** Copies `text` to the clipboard, and tells for a while whether that worked. */
export function useCopy(text: string): Copying {
  const [outcome, setOutcome] = useState<Copying["outcome"]>(null);
  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome(null), SAY_COPIED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }
  return { outcome, copy };
}
