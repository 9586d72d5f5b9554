/** Joins a prefix and a pattern; `*` means everything below, or the prefix itself when mounting. */
export function joinPaths(prefix: string, pattern: string, mounting: boolean): string {
  let base = prefix.endsWith("*") ? prefix.slice(0, -1) : prefix;
  if (base === "/") base = "";
  if (pattern === "*") return base + (mounting ? "" : "/*");
  return base !== "" && pattern === "/" ? base : base + pattern;
}
