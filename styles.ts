/** Where pages load their one stylesheet from. */
export const STYLESHEET = "/duet.css";

/** The files of `static/css/` that make it, in the order of their cascade. */
const PARTS = [
  "tokens",
  "base",
  "layout",
  "controls",
  "panel",
  "pictures",
  "overhead",
  "bar",
  "sheets",
  "chat",
];

/**
 * Writes `static/duet.css`: one request instead of one for each part. The step before any build, in
 * development too.
 *
 * @param root The project's directory.
 */
export async function joinStyles(root: URL): Promise<void> {
  const parts = PARTS.map((name) => Deno.readTextFile(new URL(`static/css/${name}.css`, root)));
  const file = new URL(`static${STYLESHEET}`, root);
  // Whoever reads it meanwhile sees the old one or the new one.
  const draft = new URL(`static${STYLESHEET}.${crypto.randomUUID()}`, root);
  await Deno.writeTextFile(draft, withoutComments((await Promise.all(parts)).join("\n")));
  await Deno.rename(draft, file);
}

/** A stylesheet without comments, indentation and empty lines; what stands in quotes stays. */
export function withoutComments(css: string): string {
  return css.replaceAll(/("(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\//g, (_, quoted) => quoted ?? "")
    .replaceAll(/\s*\n\s*/g, "\n").trim();
}
