import type { RouteFile } from "./build.ts";
import { type RouteComponent, wrapIn } from "./context.ts";
import { statusOf } from "./error.ts";
import { respond, type RouteModule } from "./handlers.ts";
import { compose, type Middleware } from "./middleware.ts";
import { METHODS, Router } from "./router.ts";

/** An app's middlewares and routes. What is added applies to the routes added after it. */
export class Routes<State> {
  readonly router: Router<Middleware<State>> = new Router();
  readonly #middlewares: Middleware<State>[] = [];
  #app: RouteComponent<State> | undefined;
  #error: RouteModule<State> | undefined;
  #notFound: RouteModule<State> | undefined;

  /** Adds middlewares. */
  use(middlewares: readonly Middleware<State>[]): void {
    this.#middlewares.push(...middlewares);
  }

  /** Answers `GET` requests, and with them `HEAD`. */
  get(path: string, middlewares: readonly Middleware<State>[]): void {
    this.router.add("GET", path, compose([...this.#chain(), ...middlewares]));
  }

  /** Adds a file of the routes folder. */
  addFile({ type, pattern, mod }: RouteFile): void {
    const route: RouteModule<State> = checked(mod, pattern);
    if (type === "app") this.#app = route.default;
    if (type === "error") this.#error = route;
    if (type === "notFound") this.#notFound = route;
    if (type !== "route") return;
    const answer = compose([...this.#chain(), (ctx) => respond(ctx, route)]);
    for (const method of METHODS) this.router.add(method, pattern, answer);
  }

  /** Runs the middlewares for requests that no route answers. */
  fallback(): Middleware<State> {
    return compose(this.#chain());
  }

  #chain(): Middleware<State>[] {
    return [this.#surround(), ...this.#middlewares];
  }

  /** Puts the app wrapper around what follows, and answers its errors with the error pages. */
  #surround(): Middleware<State> {
    const app = this.#app;
    const errorPage = this.#error;
    return async (ctx) => {
      const before = wrapIn(ctx, app);
      try {
        return await ctx.next();
      } catch (error) {
        const status = statusOf(error);
        if (status === 404 && this.#notFound) return await respond(ctx, this.#notFound);
        if (errorPage) return await respond(ctx, errorPage, status);
        throw error;
      } finally {
        wrapIn(ctx, before);
      }
    };
  }
}

/** A module that exports what routes export, and nothing that the stand-in would leave out. */
function checked(mod: object, pattern: string): object {
  const isRoute = "default" in mod || "handler" in mod;
  if (isRoute && !("handlers" in mod) && !("config" in mod)) return mod;
  throw new TypeError(
    `Cannot use the route ${pattern}: it needs "default" or "handler", and the stand-in in jsr/ has ` +
      `neither "handlers" nor "config"`,
  );
}
