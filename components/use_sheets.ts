import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PanelSignal } from "./open_panel.ts";
import type { SheetsProps } from "./Sheets.tsx";

/**
 * The sheets, fetched once a room is entered: early enough to be there when one opens, also should
 * the server be gone by then, and late enough not to stand before the prompt.
 *
 * @param isNeeded the person is in a room, or on the way into one
 * @param panel what is fetched in vain is fetched again when one opens
 */
export function useSheets(
  isNeeded: boolean,
  panel: PanelSignal,
): FunctionComponent<SheetsProps> | null {
  const [sheets, setSheets] = useState<FunctionComponent<SheetsProps> | null>(null);
  const open = panel.value;

  useEffect(() => {
    if (!isNeeded || sheets !== null) return;
    let done = false;
    async function fetchSheets() {
      try {
        const { Sheets } = await import("./Sheets.tsx");
        if (!done) setSheets(() => Sheets);
      } catch {
        // The server cannot be reached: pressing again tries again.
        if (!done) panel.value = null;
      }
    }
    fetchSheets();
    return () => {
      done = true;
    };
  }, [isNeeded, open, sheets]);
  return sheets;
}
