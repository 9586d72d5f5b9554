import { statusOf } from "./error.ts";
import { uiOf } from "./context.ts";
import type { MaybeLazyMiddleware, Middleware } from "./middleware.ts";
import type { RouteComponent } from "./render/component.ts";
import { respond } from "./route.ts";
import type { LayoutConfig, Route } from "./types.ts";

/** What a path segment adds to every route below it. */
export class Scope<State> {
  readonly middlewares: MaybeLazyMiddleware<State>[] = [];
  layout:
    | { component: RouteComponent<State>; config: LayoutConfig }
    | undefined;
  app: RouteComponent<State> | undefined;
  errorRoute: Route<State> | undefined;
  notFound: Middleware<State> | undefined;
  readonly #children = new Map<string, Scope<State>>();

  constructor(readonly parent?: Scope<State>) {}

  /** The scope at `segments` below this one, created when missing. */
  at(segments: readonly string[]): Scope<State> {
    const [first, ...rest] = segments;
    if (first === undefined) return this;
    const child = this.#children.get(first) ?? new Scope(this);
    this.#children.set(first, child);
    return child.at(rest);
  }

  /** The middlewares a route here runs through, outermost first, as of now. */
  chain(): MaybeLazyMiddleware<State>[] {
    const outer = this.parent?.chain() ?? [];
    return [...outer, this.#surround(), ...this.middlewares];
  }

  /** Puts app wrapper and layout around what follows, and catches its errors. */
  #surround(): Middleware<State> {
    const { app, layout, errorRoute } = this;
    const root = this.#root();
    return async (ctx) => {
      const ui = uiOf(ctx);
      const before = { ...ui };
      if (app !== undefined) ui.app = app;
      if (layout !== undefined) {
        const inherited = layout.config.skipInheritedLayouts ? [] : ui.layouts;
        ui.layouts = [...inherited, layout.component];
        if (layout.config.skipAppWrapper) ui.app = null;
      }
      const around = { ...ui };
      try {
        return await ctx.next();
      } catch (error) {
        Object.assign(ui, around);
        const status = statusOf(error);
        if (status === 404 && root.notFound !== undefined) {
          return await root.notFound(ctx);
        }
        if (errorRoute !== undefined) {
          return await respond(ctx, errorRoute, status);
        }
        throw error;
      } finally {
        Object.assign(ui, before);
      }
    };
  }

  #root(): Scope<State> {
    return this.parent === undefined ? this : this.parent.#root();
  }
}

/** Splits a route pattern into the segments that scopes are made of. */
export function segmentsOf(pattern: string, includeLast: boolean): string[] {
  if (pattern === "/" || pattern === "*" || pattern === "/*") return [];
  const path = pattern.replaceAll(/\{[^}]*\}\??/g, "");
  const segments = (path.startsWith("/") ? path.slice(1) : path).split("/");
  const last = segments.pop();
  if (includeLast && last) segments.push(last);
  return segments;
}
