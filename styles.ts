/** Where pages load their one stylesheet from. */
export const STYLESHEET = "/duet.css";

/** What only a call needs: loaded after it, with `components/seat_screens.ts`. */
export const SEAT_STYLESHEET = "/seat.css";

/** The files of `static/css/` that make each, in the order of their cascade. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  [STYLESHEET]: ["tokens", "base", "layout", "controls", "panel", "pictures"],
  [SEAT_STYLESHEET]: [
    "switch",
    "invite",
    "overhead",
    "bar",
    "share",
    "sheets",
    "settings",
    "chat",
    "talk",
    "record",
    "files",
  ],
};

/**
 * Writes the stylesheets to `static/`: one request instead of one for each part. The step before any
 * build, in development too.
 *
 * @param root The project's directory.
 */
export async function joinStyles(root: URL): Promise<void> {
  for (const [path, names] of Object.entries(PARTS)) {
    const parts = names.map((name) => Deno.readTextFile(new URL(`static/css/${name}.css`, root)));
    const file = new URL(`static${path}`, root);
    // Whoever reads it meanwhile sees the old one or the new one.
    const draft = new URL(`static${path}.${crypto.randomUUID()}`, root);
    await Deno.writeTextFile(draft, withoutComments((await Promise.all(parts)).join("\n")));
    await Deno.rename(draft, file);
  }
}

/** A stylesheet without comments, indentation and empty lines; what stands in quotes stays. */
export function withoutComments(css: string): string {
  return css.replaceAll(/("(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\//g, (_, quoted) => quoted ?? "")
    .replaceAll(/\s*\n\s*/g, "\n").trim();
}
