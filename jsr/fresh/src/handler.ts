import { STATUS_CODES } from "node:http";
import type { Build } from "./build.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import { Context } from "./context.ts";
import { HttpError, statusOf } from "./error.ts";
import { devErrorPage } from "./error_page.ts";
import type { Routes } from "./routes.ts";

/** Answers one request. */
export type RequestHandler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/** The addresses of a request that came from no connection. */
const NO_CONNECTION: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/** Makes the function that answers an app's requests. */
export function createHandler<State>(
  routes: Routes<State>,
  config: ResolvedFreshConfig,
  build: Build,
): RequestHandler {
  const fallback = routes.fallback();
  return async (req, info = NO_CONNECTION) => {
    const url = requestUrl(req, config);
    const { pattern, item, params } = routes.router.match(req.method, url);
    const next = () => unanswered(routes, req.method, item === undefined ? pattern : null);
    const ctx = new Context<State>({
      req,
      url,
      info,
      route: pattern,
      params,
      config,
      next,
      build,
    });
    try {
      const response = await (item ?? fallback)(ctx);
      if (!(response instanceof Response)) {
        throw new Error(`Expected a Response from a handler, got: ${response}`);
      }
      return req.method === "HEAD" ? new Response(null, response) : response;
    } catch (error) {
      return errorResponse(error, ctx);
    }
  };
}

function requestUrl(req: Request, config: ResolvedFreshConfig): URL {
  const url = new URL(req.url);
  url.pathname = url.pathname.replaceAll(/\/+/g, "/");
  if (config.trustProxy) {
    const protocol = req.headers.get("x-forwarded-proto");
    const host = req.headers.get("x-forwarded-host");
    if (protocol !== null) url.protocol = `${protocol}:`;
    if (host !== null) url.host = host;
  }
  return url;
}

/** A path without the method gives 405 or answers `OPTIONS`, an unknown path gives 404. */
// deno-lint-ignore require-await
async function unanswered<State>(
  routes: Routes<State>,
  method: string,
  pattern: string | null,
): Promise<Response> {
  if (pattern === null) throw new HttpError(404);
  if (method !== "OPTIONS") throw new HttpError(405);
  const Allow = routes.router.allowedMethods(pattern).join(", ");
  return new Response(null, { status: 204, headers: { Allow } });
}

function errorResponse<State>(error: unknown, ctx: Context<State>): Response {
  const status = statusOf(error);
  if (status >= 500) {
    console.error(error);
    const wantsHtml = ctx.req.headers.get("accept")?.includes("text/html") ??
      false;
    if (ctx.config.mode === "development" && wantsHtml) {
      return devErrorPage(error, status);
    }
  }
  const message = error instanceof HttpError
    ? error.message || STATUS_CODES[status]
    : "Internal server error";
  return new Response(message, { status });
}
