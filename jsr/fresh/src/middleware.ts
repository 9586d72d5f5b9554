import type { Context } from "./context.ts";

/** Answers a request, or passes it on with `ctx.next()`. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/**
 * Joins middlewares into one. Each sees the next as `ctx.next`; the last one's `ctx.next` is the one
 * the joined middleware was called with. `ctx.error` holds whatever was thrown last.
 */
export function compose<State>(middlewares: readonly Middleware<State>[]): Middleware<State> {
  return (ctx) => {
    const last = ctx.next;
    const run = async (index: number): Promise<Response> => {
      const step = middlewares[index];
      if (step === undefined) return await last();
      ctx.next = () => run(index + 1);
      try {
        return await step(ctx);
      } catch (error) {
        ctx.error = error;
        throw error;
      }
    };
    return run(0);
  };
}
