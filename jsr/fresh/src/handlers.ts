import { h, type JSX } from "preact";
import { type Context, propsOf, type RouteComponent } from "./context.ts";
import { HttpError } from "./error.ts";
import type { Method } from "./router.ts";

/** What a handler returns to have its page rendered, made by {@linkcode page}. */
export interface PageResponse<T> {
  /** Handed to the page component as `data`. */
  data: T;
  headers?: HeadersInit;
  status?: number;
}

/** A function that answers a request, or asks for its page to be rendered. */
export interface HandlerFn<Data, State> {
  (ctx: Context<State>): Response | PageResponse<Data> | Promise<Response | PageResponse<Data>>;
}

/** Handlers keyed by HTTP method. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** A handler for every method, or one for each. */
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

/** What a file of the routes folder exports: a handler, a component, or both. */
export interface RouteModule<State> {
  default?: RouteComponent<State>;
  handler?: RouteHandler<unknown, State>;
}

/**
 * Asks for the route's component to be rendered with `data`.
 *
 * @example
 * ```ts
 * return page({ room: "tea" }, { status: 201 });
 * ```
 */
export function page<T>(
  data: T,
  options: { headers?: HeadersInit; status?: number } = {},
): PageResponse<T> {
  return { data, ...options };
}

/**
 * Answers a request with a route: its handler's response, or its component around the handler's data.
 *
 * @param status Of a page whose handler names none.
 * @throws {HttpError} 404 if the route has neither handler nor component.
 */
export async function respond<State>(
  ctx: Context<State>,
  route: RouteModule<State>,
  status = 200,
): Promise<Response> {
  const fn = handlerFor(route, ctx.req.method);
  const result = fn === undefined ? await ctx.next() : await fn(ctx);
  if (result instanceof Response) return result;
  const headers = new Headers(result.headers);
  return await ctx.render(elementOf(ctx, route, result.data), {
    headers,
    status: result.status ?? status,
  });
}

function elementOf<State>(
  ctx: Context<State>,
  { default: component }: RouteModule<State>,
  data: unknown,
): JSX.Element | null {
  return component === undefined ? null : h(component, { ...propsOf(ctx, data) });
}

/** A route with just a component renders it; `HEAD` falls back to `GET`. */
function handlerFor<State>(
  { default: component, handler }: RouteModule<State>,
  method: string,
): HandlerFn<unknown, State> | undefined {
  if (typeof handler === "function") return handler;
  const renders = component === undefined ? undefined : () => page({});
  if (handler === undefined) return renders ?? notFound;
  const byMethod = new Map<string, HandlerFn<unknown, State>>(Object.entries(handler));
  const get = byMethod.get("GET") ?? renders;
  if (method === "GET") return get;
  return byMethod.get(method) ?? (method === "HEAD" ? get : undefined);
}

function notFound(): never {
  throw new HttpError(404);
}
