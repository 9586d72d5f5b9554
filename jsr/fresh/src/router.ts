/** The HTTP methods a route can answer. */
export type Method = "HEAD" | "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "OPTIONS";

/** Every method, for routes that answer all of them. */
export const METHODS: readonly Method[] = [
  ...(["GET", "DELETE", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const),
];

/** What the router found for a request. */
export interface Match<T> {
  /** The pattern that matched, `null` when none did. */
  pattern: string | null;
  /** Its entry for the method, `undefined` when it has none. */
  item: T | undefined;
  params: Record<string, string>;
}

interface Entry<T> {
  path: string;
  pattern: URLPattern | null;
  byMethod: Map<string, T>;
}

const PATTERN_SYNTAX = /[*:{}+?()]/;

/** Routes by pathname: exact paths first, then URL patterns in the order they were added. */
export class Router<T> {
  readonly #exact = new Map<string, Entry<T>>();
  readonly #patterns = new Map<string, Entry<T>>();

  /** Adds a route; the first one of a path and method stays. */
  add(method: Method, path: string, item: T): void {
    const isPattern = PATTERN_SYNTAX.test(path);
    const entries = isPattern ? this.#patterns : this.#exact;
    let entry = entries.get(path);
    if (entry === undefined) {
      const pattern = isPattern ? new URLPattern({ pathname: path }) : null;
      entry = { path, pattern, byMethod: new Map() };
      entries.set(path, entry);
    }
    if (!entry.byMethod.has(method)) entry.byMethod.set(method, item);
  }

  /**
   * Finds the route of a request; `HEAD` falls back to `GET`.
   *
   * @throws {URIError} if a parameter is no valid percent-encoding, as the published router does.
   */
  match(method: string, url: URL): Match<T> {
    const exact = this.#findExact(url.pathname);
    if (exact !== undefined) {
      return { pattern: exact.path, item: itemFor(exact, method), params: {} };
    }
    for (const entry of this.#patterns.values()) {
      const found = entry.pattern?.exec({ pathname: url.pathname });
      if (!found) continue;
      const item = itemFor(entry, method);
      const params = item === undefined ? {} : decodeParams(found.pathname.groups);
      return { pattern: entry.path, item, params };
    }
    return { pattern: null, item: undefined, params: {} };
  }

  /** The methods a path was added with. */
  allowedMethods(path: string): string[] {
    return [...(this.#exact.get(path) ?? this.#patterns.get(path))?.byMethod.keys() ?? []];
  }

  #findExact(pathname: string): Entry<T> | undefined {
    const other = pathname.endsWith("/") ? pathname.slice(0, -1) : `${pathname}/`;
    return this.#exact.get(pathname) ?? this.#exact.get(other);
  }
}

function itemFor<T>({ byMethod }: Entry<T>, method: string): T | undefined {
  return byMethod.get(method) ?? (method === "HEAD" ? byMethod.get("GET") : undefined);
}

function decodeParams(groups: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(groups).map(([name, value]) => [name, decodeURI(value ?? "")]);
  return Object.fromEntries(entries);
}
