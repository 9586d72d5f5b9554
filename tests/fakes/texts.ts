/** A catalogue of words, as the tests of the languages look at one. */

/** Every text by its path, such as "prompt.notices.blank". */
export function textsOf(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) =>
    textsOf(child, path === "" ? key : `${path}.${key}`)
  );
}
