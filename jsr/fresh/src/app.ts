import { STATUS_CODES } from "node:http";
import { type Build, buildOf, type Mode, type ResolvedFreshConfig } from "./build.ts";
import { Context } from "./context.ts";
import { HttpError, statusOf } from "./error.ts";
import { listen, type ListenOptions } from "./listen.ts";
import type { Middleware } from "./middleware.ts";
import { Routes } from "./routes.ts";
import type { WebSocketHandlers, WebSocketUpgradeOptions } from "./websocket.ts";

/** What an app may set when it is created. */
export interface FreshConfig {
  /** Whether this is a development or a production server. */
  mode?: Mode;
  /** Take protocol and host from `X-Forwarded-Proto` and `X-Forwarded-Host`. */
  trustProxy?: boolean;
}

/** Answers one request. */
export type RequestHandler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/** The addresses of a request that came from no connection. */
const NO_CONNECTION: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/**
 * An app: middlewares and routes, in the order they were added.
 *
 * @example
 * ```ts
 * export const app = new App<State>().use(staticFiles()).fsRoutes();
 * ```
 */
export class App<State> {
  /** The configuration with defaults filled in. */
  config: ResolvedFreshConfig;
  readonly #steps: ((routes: Routes<State>, build: Build) => void)[] = [];

  constructor({ mode = "production", trustProxy = false }: FreshConfig = {}) {
    this.config = { root: ".", mode, trustProxy };
  }

  /** Adds middlewares for every route added later. */
  use(...middlewares: Middleware<State>[]): this {
    this.#steps.push((routes) => routes.use(middlewares));
    return this;
  }

  /** Answers `GET` (and `HEAD`) requests. */
  get(path: string, ...middlewares: Middleware<State>[]): this {
    this.#steps.push((routes) => routes.get(path, middlewares));
    return this;
  }

  /** Accepts WebSockets. */
  ws(path: string, handlers: WebSocketHandlers, options?: WebSocketUpgradeOptions): this {
    return this.get(path, (ctx) => ctx.upgrade(handlers, options));
  }

  /** Adds the routes of the routes folder here. */
  fsRoutes(): this {
    this.#steps.push((routes, build) => build.routes.forEach((file) => routes.addFile(file)));
    return this;
  }

  /** The function that answers requests, for `Deno.serve` and for tests. */
  handler(): RequestHandler {
    const build = buildOf(this);
    const routes = new Routes<State>();
    for (const step of this.#steps) step(routes, build);
    const { config } = this;
    const fallback = routes.fallback();
    return async (req, info = NO_CONNECTION) => {
      const url = urlOf(req, config);
      const { pattern: route, item, params } = routes.router.match(req.method, url);
      const next = () => unanswered(routes, req.method, item === undefined ? route : null);
      const ctx = new Context<State>({ req, url, info, route, params, config, next, build });
      try {
        const response = await (item ?? fallback)(ctx);
        if (!(response instanceof Response)) {
          throw new Error(`Expected a Response from a handler, got: ${response}`);
        }
        return req.method === "HEAD" ? new Response(null, response) : response;
      } catch (error) {
        return errorResponse(error);
      }
    };
  }

  /** Starts a server; without a port, on the first free one from 8000. */
  listen(options: ListenOptions = {}): Promise<void> {
    listen(this.handler(), options);
    return Promise.resolve();
  }
}

function urlOf({ url: address, headers }: Request, { trustProxy }: ResolvedFreshConfig): URL {
  const url = new URL(address);
  url.pathname = url.pathname.replaceAll(/\/+/g, "/");
  const protocol = headers.get("X-Forwarded-Proto");
  const host = headers.get("X-Forwarded-Host");
  if (trustProxy && protocol) url.protocol = `${protocol}:`;
  if (trustProxy && host) url.host = host;
  return url;
}

/** A path without the method gives 405 or answers `OPTIONS`, an unknown path gives 404. */
// deno-lint-ignore require-await
async function unanswered<State>(
  { router }: Routes<State>,
  method: string,
  pattern: string | null,
): Promise<Response> {
  if (pattern === null) throw new HttpError(404);
  if (method !== "OPTIONS") throw new HttpError(405);
  const Allow = router.allowedMethods(pattern).join(", ");
  return new Response(null, { status: 204, headers: { Allow } });
}

function errorResponse(error: unknown): Response {
  const status = statusOf(error);
  if (status >= 500) console.error(error);
  const message = error instanceof HttpError
    ? error.message || STATUS_CODES[status]
    : "Internal server error";
  return new Response(message, { status });
}
