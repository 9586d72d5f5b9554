import { buildOf, emptyBuild } from "./build.ts";
import { type FreshConfig, resolveConfig, type ResolvedFreshConfig } from "./config.ts";
import { fsCommands } from "./fs_routes.ts";
import { createHandler, type RequestHandler } from "./handler.ts";
import { listen, type ListenOptions } from "./listen.ts";
import type { MaybeLazyMiddleware, Middleware } from "./middleware.ts";
import { joinPaths } from "./paths.ts";
import type { RouteComponent } from "./render/component.ts";
import { toRoute } from "./route.ts";
import type { Method } from "./router.ts";
import { type Command, Routes } from "./routes.ts";
import type { LayoutConfig, MaybeLazy, Route, RouteConfig } from "./types.ts";
import type { WebSocketHandlers, WebSocketUpgradeOptions } from "./websocket.ts";

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
  readonly #commands: (() => Command<State>[])[] = [];

  constructor(config: FreshConfig = {}) {
    this.config = resolveConfig(config);
  }

  /** Adds middlewares for every route added later, or only for those below `path`. */
  use(...middlewares: MaybeLazyMiddleware<State>[]): this;
  use(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this;
  use(first: string | MaybeLazyMiddleware<State>, ...rest: MaybeLazyMiddleware<State>[]): this {
    const [pattern, middlewares] = typeof first === "string"
      ? [first, rest]
      : ["*", [first, ...rest]];
    return this.#add({ type: "middleware", pattern, middlewares });
  }

  /** Sets the page for requests no route answers. */
  notFound(route: Route<State> | Middleware<State>): this {
    return this.#add({ type: "notFound", route: toRoute(route) });
  }

  /** Sets the page for errors below `path`. */
  onError(path: string, route: Route<State> | Middleware<State>): this {
    return this.#add({ type: "error", pattern: path, route: toRoute(route) });
  }

  /** Sets the component around every page, usually from `<html>` to `<body>`. */
  appWrapper(component: RouteComponent<State>): this {
    return this.#add({ type: "app", component });
  }

  /** Sets the component around the pages below `path`. */
  layout(path: string, component: RouteComponent<State>, config: LayoutConfig = {}): this {
    return this.#add({ type: "layout", pattern: path, component, config });
  }

  /** Adds a page. */
  route(path: string, route: MaybeLazy<Route<State>>, config: RouteConfig = {}): this {
    return this.#add({
      type: "route",
      pattern: path,
      route,
      config,
      includeLast: true,
    });
  }

  /** Answers `GET` (and `HEAD`) requests. */
  get(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("GET", path, middlewares);
  }

  /** Answers `POST` requests. */
  post(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("POST", path, middlewares);
  }

  /** Answers `PATCH` requests. */
  patch(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("PATCH", path, middlewares);
  }

  /** Answers `PUT` requests. */
  put(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("PUT", path, middlewares);
  }

  /** Answers `DELETE` requests. */
  delete(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("DELETE", path, middlewares);
  }

  /** Answers `HEAD` requests. */
  head(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("HEAD", path, middlewares);
  }

  /** Answers requests of every method. */
  all(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle("ALL", path, middlewares);
  }

  /** Accepts WebSockets. */
  ws(path: string, handlers: WebSocketHandlers, options?: WebSocketUpgradeOptions): this {
    return this.get(path, (ctx) => ctx.upgrade(handlers, options));
  }

  /** Adds the routes of the routes folder here, below `pattern` if given. */
  fsRoutes(pattern = "*"): this {
    const prefix = joinPaths(this.config.basePath, pattern, true);
    this.#commands.push(() => fsCommands(buildOf(this)?.fsItems() ?? [], prefix));
    return this;
  }

  /** The function that answers requests, for `Deno.serve` and for tests. */
  handler(): RequestHandler {
    const routes = new Routes<State>(this.config.basePath);
    for (const commands of this.#commands) {
      for (const command of commands()) routes.apply(command);
    }
    return createHandler(routes, this.config, buildOf(this) ?? emptyBuild());
  }

  /** Starts a server; without a port, on the first free one from 8000. */
  listen(options: ListenOptions = {}): Promise<void> {
    listen(this.handler(), options, this.config.basePath);
    return Promise.resolve();
  }

  #handle(
    method: Method | "ALL",
    pattern: string,
    middlewares: MaybeLazyMiddleware<State>[],
  ): this {
    return this.#add({ type: "handler", method, pattern, middlewares });
  }

  #add(command: Command<State>): this {
    this.#commands.push(() => [command]);
    return this;
  }
}
