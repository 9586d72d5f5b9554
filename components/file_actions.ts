import type { Action } from "./actions.ts";
import { useExtraText } from "./extra_text.ts";

/** Where files are chosen: a field that nobody sees (`FilesTray.tsx`). */
export const FILES_FIELD = "files-to-send";

/** "Send a file". */
export function useFileActions(): readonly Action[] {
  const { files } = useExtraText();
  return [{
    icon: "file",
    label: files.send,
    place: "wide",
    run: () => document.getElementById(FILES_FIELD)?.click(),
  }];
}
