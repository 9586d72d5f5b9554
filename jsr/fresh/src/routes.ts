import { isByMethod } from "./handlers.ts";
import { compose, type MaybeLazyMiddleware, type Middleware } from "./middleware.ts";
import { joinPaths } from "./paths.ts";
import type { RouteComponent } from "./render/component.ts";
import { handlerOf, respond } from "./route.ts";
import { type Method, METHODS, Router } from "./router.ts";
import { Scope, segmentsOf } from "./scope.ts";
import type { LayoutConfig, Lazy, MaybeLazy, Route, RouteConfig } from "./types.ts";

/** One thing an app is told to do, in order. */
export type Command<State> =
  | {
    type: "middleware";
    pattern: string;
    middlewares: MaybeLazyMiddleware<State>[];
  }
  | {
    type: "layout";
    pattern: string;
    component: RouteComponent<State>;
    config: LayoutConfig;
  }
  | { type: "error"; pattern: string; route: Route<State> }
  | { type: "app"; component: RouteComponent<State> }
  | { type: "notFound"; route: Route<State> }
  | {
    type: "handler";
    pattern: string;
    method: Method | "ALL";
    middlewares: MaybeLazyMiddleware<State>[];
  }
  | {
    type: "route";
    pattern: string;
    route: MaybeLazy<Route<State>>;
    config: RouteConfig;
    /** Whether the last segment's layout and middlewares apply to the route itself. */
    includeLast: boolean;
    /** Prefix of the route's URL, the app's base path by default. */
    prefix?: string;
  };

/** Turns an app's commands into a router. */
export class Routes<State> {
  readonly router: Router<Middleware<State>> = new Router();
  readonly #root = new Scope<State>();
  readonly #basePath: string;

  constructor(basePath: string) {
    this.#basePath = basePath;
  }

  /** Runs the root's middlewares for requests that no route answers. */
  fallback(): Middleware<State> {
    return compose(this.#root.chain());
  }

  /** Carries out one command; what it adds applies to the commands after it. */
  apply(command: Command<State>): void {
    switch (command.type) {
      case "middleware":
        this.#scope(command.pattern).middlewares.push(...command.middlewares);
        break;
      case "layout":
        this.#scope(command.pattern).layout = command;
        break;
      case "error":
        this.#scope(command.pattern).errorRoute = command.route;
        break;
      case "app":
        this.#root.app = command.component;
        break;
      case "notFound":
        this.#root.notFound = (ctx) => respond(ctx, command.route);
        break;
      case "handler": {
        const methods = command.method === "ALL" ? METHODS : [command.method];
        const path = joinPaths(this.#basePath, command.pattern, false);
        this.#add(methods, path, this.#scope(command.pattern), command.middlewares);
        break;
      }
      case "route":
        this.#addRoute(command);
        break;
      default:
        command satisfies never;
    }
  }

  #addRoute(command: Extract<Command<State>, { type: "route" }>): void {
    const { pattern, route, config, includeLast, prefix = this.#basePath } = command;
    const override = config.routeOverride ??
      (typeof route === "function" ? undefined : route.config?.routeOverride);
    const path = joinPaths(prefix, override ?? pattern, false);
    const load = once(typeof route === "function" ? route : () => Promise.resolve(route));
    const scope = this.#root.at(segmentsOf(pattern, includeLast));
    this.#add(methodsOf(route, config), path, scope, [
      async (ctx) => await respond(ctx, await load()),
    ]);
  }

  #scope(pattern: string): Scope<State> {
    return this.#root.at(segmentsOf(pattern, true));
  }

  #add(
    methods: readonly Method[],
    path: string,
    scope: Scope<State>,
    middlewares: MaybeLazyMiddleware<State>[],
  ): void {
    const handler = compose([...scope.chain(), ...middlewares]);
    for (const method of methods) this.router.add(method, path || "*", handler);
  }
}

function methodsOf<State>(route: MaybeLazy<Route<State>>, config: RouteConfig): readonly Method[] {
  if (typeof route === "function") {
    return Array.isArray(config.methods) ? config.methods : METHODS;
  }
  const handler = handlerOf(route);
  return isByMethod(handler) ? METHODS.filter((method) => method in handler) : METHODS;
}

function once<T>(load: Lazy<T>): Lazy<T> {
  let loaded: Promise<T> | undefined;
  return () => loaded ??= load();
}
