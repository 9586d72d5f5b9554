const BASE = "http://localhost";

/**
 * Tells assistive technologies and style sheets that a link leads to the page it is on, or above it, with
 * `aria-current` (WAI-ARIA 1.2). A link that says so itself stays as it is.
 */
export function markActiveLink(props: object, page: URL): void {
  const link: { href?: unknown; "aria-current"?: unknown } = props;
  const { href } = link;
  if (typeof href !== "string" || !href.startsWith("/")) return;
  if (link["aria-current"] !== undefined) return;
  const relation = relationOf(new URL(href, BASE), page);
  if (relation === "current") {
    Object.assign(link, { "data-current": "true", "aria-current": "page" });
  }
  if (relation === "above") {
    Object.assign(link, { "data-ancestor": "true", "aria-current": "true" });
  }
}

function relationOf(target: URL, page: URL): "current" | "above" | undefined {
  const [to, at] = [withoutSlash(target.pathname), withoutSlash(page.pathname)];
  if (to === at) return target.search === "" || target.search === page.search ? "current" : "above";
  return to === "/" || at.startsWith(`${to}/`) ? "above" : undefined;
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
