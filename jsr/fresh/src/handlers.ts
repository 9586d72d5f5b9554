import type { Context } from "./context.ts";
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
  (ctx: Context<State>):
    | Response
    | PageResponse<Data>
    | Promise<Response | PageResponse<Data>>;
}

/** Handlers keyed by HTTP method. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** A handler for every method, or one for each. */
export type RouteHandler<Data, State> =
  | HandlerFn<Data, State>
  | HandlerByMethod<Data, State>;

/** The type of the data a handler passes to its page. */
export type RouteData<Handler extends RouteHandler<unknown, unknown>> = Handler extends
  RouteHandler<infer Data, unknown> ? Data : never;

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
  options?: { headers?: HeadersInit; status?: number },
): PageResponse<T>;
export function page(): PageResponse<undefined>;
export function page<T>(
  data?: T,
  options: { headers?: HeadersInit; status?: number } = {},
): PageResponse<T | undefined> {
  return { data, ...options };
}

/** Tells an object of handlers from a single handler. */
export function isByMethod<Data, State>(
  handler: RouteHandler<Data, State>,
): handler is HandlerByMethod<Data, State> {
  return typeof handler === "object";
}
