import type { StaticFile } from "./build.ts";
import { buildId, CACHE_KEY } from "./build_id.ts";
import { buildFor, type Context } from "./context.ts";
import type { Middleware } from "./middleware.ts";

const IMMUTABLE = "public, max-age=31536000, immutable";
const UNCACHED = "no-cache, no-store, max-age=0, must-revalidate";

/**
 * Serves the static folder and the browser's JavaScript.
 *
 * Files carry an `ETag`; those requested by a URL with the build's id may be cached for a year.
 *
 * @example
 * ```ts
 * app.use(staticFiles());
 * ```
 */
export function staticFiles<T>(): Middleware<T> {
  return async (ctx) => {
    const pathname = filePath(ctx);
    if (pathname === null) return await ctx.next();
    const file = await buildFor(ctx).readFile(pathname);
    if (file !== null) return serve(ctx, file);
    // Browsers ask for it unbidden: no need for a whole page.
    if (pathname === "/favicon.ico") return new Response(null, { status: 404 });
    return await ctx.next();
  };
}

/** The path, encoded like the keys of the build; `null` if it can be no file. */
function filePath<T>(ctx: Context<T>): string | null {
  const { pathname } = ctx.url;
  try {
    const parts = decodeURIComponent(pathname).split("/").filter((part) => part !== "");
    return parts.length === 0 ? null : `/${parts.map(encodeURIComponent).join("/")}`;
  } catch {
    return null;
  }
}

function serve<T>(ctx: Context<T>, file: StaticFile): Response {
  const response = respond(ctx, file);
  if (response.status !== 200 || ctx.req.method === "HEAD") file.close();
  return response;
}

function respond<T>(ctx: Context<T>, file: StaticFile): Response {
  const { req, url, config } = ctx;
  if (req.method !== "GET" && req.method !== "HEAD") {
    return new Response("Method Not Allowed", { status: 405 });
  }
  const key = url.searchParams.get(CACHE_KEY);
  if (key !== null && key !== buildId()) return redirectToCurrent(url);

  const headers = new Headers({
    "Content-Type": file.contentType,
    vary: "If-None-Match",
  });
  const live = config.mode === "production";
  if (live && file.hash !== null) {
    const known = req.headers.get("If-None-Match");
    if (known === file.hash || known === `W/"${file.hash}"`) {
      return new Response(null, { status: 304, headers });
    }
    headers.set("ETag", `W/"${file.hash}"`);
  }
  const hashed = key !== null || url.pathname.startsWith(`/_fresh/js/${buildId()}/`);
  headers.set("Cache-Control", live && hashed ? IMMUTABLE : UNCACHED);
  headers.set("Content-Length", String(file.size));
  return new Response(req.method === "HEAD" ? null : file.body, { headers });
}

/** A URL of another build leads to the file of this one, uncached. */
function redirectToCurrent(url: URL): Response {
  const current = new URL(url);
  current.searchParams.delete(CACHE_KEY);
  const location = current.pathname + current.search;
  return new Response(null, { status: 307, headers: { location } });
}
