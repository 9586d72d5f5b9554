import type { AnyComponent } from "preact";
import type { PageProps } from "./context.ts";
import type { HandlerByMethod, HandlerFn, RouteHandler } from "./handlers.ts";

/** Functions that return their argument unchanged and give it its type. */
export interface Define<State> {
  /** Types a route's handlers. */
  handlers<
    Data,
    Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>,
  >(handlers: Handlers): Handlers;

  /** Types a page; `define.page<typeof handler>` also types its `data`. */
  page<
    Handler extends RouteHandler<unknown, State> = never,
    Data = Handler extends HandlerFn<infer Data, State> ? Data
      : Handler extends HandlerByMethod<infer Data, State> ? Data
      : never,
  >(render: AnyComponent<PageProps<Data, State>>): AnyComponent<PageProps<Data, State>>;
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
  return { handlers: (handlers) => handlers, page: (render) => render };
}
