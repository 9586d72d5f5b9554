/**
 * Stand-in for `@fresh/core`: the part of Fresh's public server API that this app uses.
 *
 * @module
 */
export { App, type FreshConfig } from "./app.ts";
export type { ResolvedFreshConfig } from "./build.ts";
export type { Context, PageProps } from "./context.ts";
export { csp, type CSPOptions } from "./csp.ts";
export { createDefine, type Define } from "./define.ts";
export { HttpError } from "./error.ts";
export {
  type HandlerByMethod,
  type HandlerFn,
  page,
  type PageResponse,
  type RouteHandler,
} from "./handlers.ts";
export type { ListenOptions } from "./listen.ts";
export type { Middleware } from "./middleware.ts";
export type { Method } from "./router.ts";
export { staticFiles } from "./static_files.ts";
export type { WebSocketHandlers, WebSocketUpgradeOptions } from "./websocket.ts";
