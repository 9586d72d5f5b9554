/**
 * Switches between the published JSR packages and the stand-ins in `jsr/`, by one line of `deno.json`:
 *
 *     deno run --allow-read=deno.json --allow-write=deno.json tools/jsr_switch.ts published
 *
 * @module
 */

/** Where the packages come from. */
export type Source = "published" | "linked";

const LINE = '  "links": ["./jsr/fresh", "./jsr/std_assert", "./jsr/std_testing"],\n';

/**
 * The text of `deno.json` with or without the line that links the stand-ins; nothing else changes.
 *
 * @throws {Error} if the text has neither that line nor the place where it belongs.
 */
export function switchSource(text: string, source: Source): string {
  const isLinked = text.startsWith(`{\n${LINE}`);
  const isPublished = text.startsWith("{\n") && !text.includes('"links"');
  if (!isLinked && !isPublished) {
    throw new Error(
      `Cannot switch deno.json: it has neither this as its first line nor no "links" at all:\n${LINE}`,
    );
  }
  const rest = text.slice(2 + (isLinked ? LINE.length : 0));
  return `{\n${source === "linked" ? LINE : ""}${rest}`;
}

if (import.meta.main) {
  const [source] = Deno.args;
  if (source !== "published" && source !== "linked") {
    console.error("Usage: jsr_switch.ts published|linked");
    Deno.exit(2);
  }
  const text = await Deno.readTextFile("deno.json");
  await Deno.writeTextFile("deno.json", switchSource(text, source));
}
