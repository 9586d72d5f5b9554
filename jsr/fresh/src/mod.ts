/**
 * Stand-in for `@fresh/core`: the part of Fresh's public server API that this app uses.
 *
 * @module
 */
export { App } from "./app.ts";
export type { FreshConfig, ResolvedFreshConfig } from "./config.ts";
export type { Context, FreshContext } from "./context.ts";
export type { Island } from "./build.ts";
export { csp, type CSPOptions } from "./csp.ts";
export { createDefine, type Define } from "./define.ts";
export { HttpError } from "./error.ts";
export {
  type HandlerByMethod,
  type HandlerFn,
  page,
  type PageResponse,
  type RouteData,
  type RouteHandler,
} from "./handlers.ts";
export type { ListenOptions } from "./listen.ts";
export type { Middleware, MiddlewareFn } from "./middleware.ts";
export type { PageProps } from "./render/component.ts";
export type { Method } from "./router.ts";
export { staticFiles } from "./static_files.ts";
export type { LayoutConfig, Lazy, MaybeLazy, RouteConfig } from "./types.ts";
export type { WebSocketHandlers, WebSocketUpgradeOptions } from "./websocket.ts";
