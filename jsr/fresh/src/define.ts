import type { AnyComponent } from "preact";
import type { HandlerByMethod, HandlerFn, RouteHandler } from "./handlers.ts";
import type { Middleware } from "./middleware.ts";
import type { PageProps } from "./render/component.ts";

/** Functions that return their argument unchanged and give it its type. */
export interface Define<State> {
  /** Types a route's handlers. */
  handlers<
    Data,
    Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>,
  >(handlers: Handlers): Handlers;

  /** Types a page; `define.page<typeof handlers>` also types its `data`. */
  page<
    Handler extends RouteHandler<unknown, State> = never,
    Data = Handler extends HandlerFn<infer Data, State> ? Data
      : Handler extends HandlerByMethod<infer Data, State> ? Data
      : never,
  >(render: AnyComponent<PageProps<Data, State>>): AnyComponent<PageProps<Data, State>>;

  /** Types one middleware or a list of them. */
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;

  /** Types a layout or an app wrapper. */
  layout(render: AnyComponent<PageProps<unknown, State>>): AnyComponent<PageProps<unknown, State>>;
}

/**
 * Makes the `define` helpers for an app whose `ctx.state` is of type `State`.
 *
 * @example
 * ```ts
 * export const define = createDefine<State>();
 * ```
 */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    middleware: (middleware) => middleware,
    layout: (render) => render,
  };
}
