import { useEffect } from "preact/hooks";
import type { StateName } from "../call/machine/state.ts";
import { useText } from "./text.ts";

/** "Duet – waiting", so that a person in another tab sees how the call goes. */
export function useDocumentTitle(name: StateName): void {
  const title = `Duet – ${useText().messages.titles[name]}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
