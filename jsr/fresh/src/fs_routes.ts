import type { RouteHandler } from "./handlers.ts";
import type { Middleware } from "./middleware.ts";
import type { RouteComponent } from "./render/component.ts";
import type { Command } from "./routes.ts";
import type { LayoutConfig, Lazy, MaybeLazy, Route, RouteConfig } from "./types.ts";

/** What a file in the routes folder is for. */
export type FsItemType =
  | "middleware"
  | "layout"
  | "app"
  | "notFound"
  | "error"
  | "route";

/** A file of the routes folder. */
export interface FsItem {
  type: FsItemType;
  /** Its path below the routes folder, for messages. */
  file: string;
  /** The path its scope comes from; keeps route groups. */
  pattern: string;
  /** The URL pattern it answers; route groups left out. */
  routePattern: string;
  mod: MaybeLazy<unknown>;
}

interface RouteModule<State> {
  default?: RouteComponent<State>;
  handler?: RouteHandler<unknown, State>;
  handlers?: RouteHandler<unknown, State>;
  config?: RouteConfig;
}

/** The commands a routes folder stands for; items are in order already. */
export function fsCommands<State>(items: readonly FsItem[], prefix: string): Command<State>[] {
  return items.flatMap((item) => commandOf<State>(item, prefix) ?? []);
}

function commandOf<State>(item: FsItem, prefix: string): Command<State> | undefined {
  const { type, pattern } = item;
  if (type === "route") return routeCommand(item, prefix);
  if (type === "middleware") {
    const middlewares = middlewaresOf<State>(item);
    return { type, pattern, middlewares };
  }
  const mod = moduleOf<State>(item, item.mod);
  if (type === "error") return { type, pattern, route: routeOf(mod) };
  if (type === "notFound") return { type, route: routeOf(mod) };
  if (mod.default === undefined) return undefined;
  if (type === "app") return { type, component: mod.default };
  const config: LayoutConfig = mod.config ?? {};
  return { type, pattern, component: mod.default, config };
}

function routeCommand<State>(item: FsItem, prefix: string): Command<State> {
  const { pattern, routePattern, mod } = item;
  const includeLast = false;
  if (typeof mod === "function") {
    const load = mod as Lazy<unknown>;
    const route = async () => routeOf(moduleOf<State>(item, await load()));
    const config: RouteConfig = { routeOverride: routePattern };
    return { type: "route", pattern, route, config, includeLast, prefix };
  }
  const route = routeOf(moduleOf<State>(item, mod));
  const config: RouteConfig = { routeOverride: routePattern, ...route.config };
  return { type: "route", pattern, route, config, includeLast, prefix };
}

function routeOf<State>(mod: RouteModule<State>): Route<State> {
  const handler = mod.handlers ?? mod.handler;
  return {
    ...(handler === undefined ? {} : { handler }),
    ...(mod.default === undefined ? {} : { component: mod.default }),
    ...(mod.config === undefined ? {} : { config: mod.config }),
  };
}

function moduleOf<State>(item: FsItem, mod: unknown): RouteModule<State> {
  if (typeof mod === "object" && mod !== null) {
    const names = ["default", "handler", "handlers", "config"];
    if (names.some((name) => name in mod)) return mod;
  }
  throw new Error(
    `Cannot use ${item.file} as a ${item.type}: it exports none of ` +
      `default, handler, handlers and config`,
  );
}

function middlewaresOf<State>(item: FsItem): Middleware<State>[] {
  const mod = moduleOf<State>(item, item.mod) as {
    default?: Middleware<State> | Middleware<State>[];
    handler?: Middleware<State> | Middleware<State>[];
    handlers?: Middleware<State> | Middleware<State>[];
  };
  const found = mod.handlers ?? mod.handler ?? mod.default ?? [];
  return Array.isArray(found) ? found : [found];
}
