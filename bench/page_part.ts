/** Puts what a bench measured where people read it. */

const END = "<!-- end -->";

/** Writes the part of a page in `docs/` that belongs to this task, between its marks. */
export async function writePart(page: string, task: string, part: string): Promise<void> {
  const file = new URL(`../docs/${page}`, import.meta.url);
  const begin = `<!-- begin: deno task ${task} -->`;
  const text = await Deno.readTextFile(file);
  await Deno.writeTextFile(file, between(text, begin, { end: END, part }));
}

/** The page's text with a new part between the marks. */
export function between(
  page: string,
  begin: string,
  { end, part }: { readonly end: string; readonly part: string },
): string {
  const from = page.indexOf(begin);
  const until = page.indexOf(end, from);
  if (from < 0 || until < 0) throw new Error(`Cannot find ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${part}\n\n${page.slice(until)}`;
}

/** The day, YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What it was measured on. */
export function machine(): string {
  const { os, arch } = Deno.build;
  const memoryGb = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  return `${os} ${arch}, ${navigator.hardwareConcurrency} cores, ${memoryGb} GiB, no GPU`;
}
