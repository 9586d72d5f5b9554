/**
 * The URL pattern of a path below the routes folder, without extension:
 * `blog/[slug]` is `/blog/:slug`, `[...path]` is `/:path*`, `[[tag]]` is `/:tag?`.
 *
 * @throws {SyntaxError} if the path's brackets cannot be understood.
 */
export function patternOf(path: string, keepGroups: boolean): string {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.at(-1) === "index") parts.pop();
  const segments = parts.filter((part) => keepGroups || !/^\(.*\)$/.test(part));
  const pattern = segments.map((part) => segmentPattern(part, path)).join("");
  if (pattern === "") return "/";
  // A path of nothing but optional segments still starts with a slash.
  return segments.every((part) => part.startsWith("[[")) ? pattern.replace("{/", "/{") : pattern;
}

function segmentPattern(part: string, path: string): string {
  const rest = part.match(/^\[\.\.\.(\w+)\]$/)?.[1];
  if (rest !== undefined) return `/:${rest}*`;
  const optional = part.match(/^\[\[(\w+)\]\]$/)?.[1];
  if (optional !== undefined) return `{/:${optional}}?`;
  const pattern = part.replaceAll(/\[(\w+)\]/g, ":$1");
  if (part.includes("][") || /[[\]]/.test(pattern)) {
    throw new SyntaxError(`Invalid route pattern: "${path}"`);
  }
  return `/${pattern}`;
}
