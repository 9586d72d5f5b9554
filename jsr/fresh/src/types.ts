import type { RouteHandler } from "./handlers.ts";
import type { RouteComponent } from "./render/component.ts";
import type { Method } from "./router.ts";

/** A value that is loaded when it is first needed. */
export type Lazy<T> = () => Promise<T>;

/** A value, or a function that loads it. */
export type MaybeLazy<T> = T | Lazy<T>;

/** What a layout leaves out of the page around it. */
export interface LayoutConfig {
  /** Drop the layouts of the parent paths. */
  skipInheritedLayouts?: boolean;
  /** Drop the app wrapper. */
  skipAppWrapper?: boolean;
}

/** Settings a route module exports as `config`. */
export interface RouteConfig extends LayoutConfig {
  /** URL pattern used instead of the one the file's path gives. */
  routeOverride?: string;
  /** Kept for compatibility; without effect. */
  csp?: boolean;
  /** Which methods the route answers. */
  methods?: "ALL" | Method[];
}

/** A page: a handler, a component, or both. */
export interface Route<State> {
  component?: RouteComponent<State>;
  config?: RouteConfig;
  handler?: RouteHandler<unknown, State>;
}
