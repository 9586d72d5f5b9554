import type { Context } from "./context.ts";
import type { Lazy } from "./types.ts";

/** Answers a request, or passes it on with `ctx.next()`. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** Another name of {@linkcode Middleware}. */
export type MiddlewareFn<State> = Middleware<State>;

/** A middleware, or a function that loads one. */
export type MaybeLazyMiddleware<State> =
  | Middleware<State>
  | Lazy<Middleware<State>>;

/**
 * Joins middlewares into one. Each sees the next as `ctx.next`; the last one's `ctx.next` is the one
 * the joined middleware was called with. `ctx.error` holds whatever was thrown last.
 */
export function compose<State>(
  middlewares: readonly MaybeLazyMiddleware<State>[],
): Middleware<State> {
  const steps = [...middlewares];
  return (ctx) => {
    const last = ctx.next;
    const run = async (index: number): Promise<Response> => {
      const step = steps[index];
      if (step === undefined) return await last();
      ctx.next = () => run(index + 1);
      try {
        const result = await step(ctx);
        if (typeof result !== "function") return result;
        steps[index] = result;
        return await result(ctx);
      } catch (error) {
        ctx.error = error;
        throw error;
      }
    };
    return run(0);
  };
}
