import { fill } from "../../locales/format.ts";
import { useExtraText } from "../extra_text.ts";
import { useRecent } from "../use_recent.ts";
import type { Pictures } from "./pictures.ts";

/** Long enough to read a file's name, ms. */
const SHOWN_MS = 6_000;

/** Says what a snapshot was saved as. */
export function SavedNews({ pictures: all }: { pictures: Pictures | null }) {
  const { pictures } = useExtraText();
  const saved = useRecent(all?.saved.value ?? null, SHOWN_MS);
  return (
    <div class="saved" role="status">
      {saved !== null && <p class="pill glass">{fill(pictures.saved, { name: saved.name })}</p>}
    </div>
  );
}
