/**
 * The order of route files: the app wrapper, then in every folder middlewares, layouts and
 * error pages before routes, fixed names before parameters, and catch-alls last.
 */
export function byPrecedence(a: string, b: string): number {
  const [partsA, partsB] = [a.split("/"), b.split("/")];
  for (let at = 0; at < Math.max(partsA.length, partsB.length); at++) {
    const [partA = "", partB = ""] = [partsA[at], partsB[at]];
    const order = rank(partA, at === partsA.length - 1) -
      rank(partB, at === partsB.length - 1);
    if (order !== 0) return order;
    if (partA !== partB) return partA < partB ? -1 : 1;
  }
  return 0;
}

function rank(part: string, isFile: boolean): number {
  if (isFile && part.startsWith("_app.")) return 0;
  if (isFile && part.startsWith("_middleware.")) return 1;
  if (isFile && part.startsWith("_layout.")) return 2;
  if (isFile && part.startsWith("_")) return 3;
  if (isFile && part.startsWith("index.")) return 4;
  if (part.startsWith("[...")) return 7;
  return part.startsWith("[") ? 6 : 5;
}
