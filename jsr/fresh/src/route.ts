import type { Context } from "./context.ts";
import { uiOf } from "./context.ts";
import { HttpError } from "./error.ts";
import { isByMethod, page, type PageResponse, type RouteHandler } from "./handlers.ts";
import type { Middleware } from "./middleware.ts";
import { renderComponent } from "./render/component.ts";
import type { Method } from "./router.ts";
import type { Route } from "./types.ts";

/** Accepts a middleware where a route is expected. */
export function toRoute<State>(route: Route<State> | Middleware<State>): Route<State> {
  return typeof route === "function" ? { handler: route } : route;
}

/** A route's handler; a route with just a component renders it. */
export function handlerOf<State>(route: Route<State>): RouteHandler<unknown, State> {
  const { handler, component } = route;
  if (handler === undefined) {
    return component === undefined ? notFound : renderPage;
  }
  if (component === undefined || !isByMethod(handler) || handler.GET !== undefined) return handler;
  return { ...handler, GET: renderPage };
}

/** Runs a route's handler and renders its component around the data it returns. */
export async function respond<State>(
  ctx: Context<State>,
  route: Route<State>,
  status = 200,
): Promise<Response> {
  const ui = uiOf(ctx);
  if (route.config?.skipAppWrapper) ui.app = null;
  if (route.config?.skipInheritedLayouts) ui.layouts = [];

  const handler = handlerOf(route);
  const fn = isByMethod(handler) ? pick(handler, ctx.req.method) : handler;
  const result = fn === undefined ? await ctx.next() : await fn(ctx);
  if (result instanceof Response) return result;

  const { component } = route;
  const vnode = component === undefined
    ? null
    : await renderComponent(ctx, component, result.data, () => null);
  if (vnode instanceof Response) return vnode;
  const headers = new Headers(result.headers);
  return ctx.render(vnode, { headers, status: result.status ?? status });
}

function pick<T>(byMethod: { [M in Method]?: T }, method: string): T | undefined {
  const handlers = new Map<string, T | undefined>(Object.entries(byMethod));
  return handlers.get(method) ??
    (method === "HEAD" ? handlers.get("GET") : undefined);
}

function renderPage(): PageResponse<unknown> {
  return page({});
}

function notFound(): never {
  throw new HttpError(404);
}
