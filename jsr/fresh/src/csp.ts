import type { Middleware } from "./middleware.ts";
import { nonceOf } from "./render/nonce.ts";

/** Options of {@linkcode csp}. */
export interface CSPOptions {
  /** Directives added to the defaults, or replacing those of the same name. */
  csp?: string[];
  /** Allow inline scripts and styles by a nonce for each page instead of `'unsafe-inline'`. */
  useNonce?: boolean;
}

const DEFAULTS: readonly string[] = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

/** Directives in which a nonce can stand for `'unsafe-inline'`. */
const WITH_INLINE = /^(default|script|style)-src(-elem)?\b|^style-src-attr\b/;

/**
 * Sets the `Content-Security-Policy` header.
 *
 * @example
 * ```ts
 * app.use(csp({ useNonce: true, csp: ["connect-src 'self' wss:"] }));
 * ```
 */
export function csp<State>({ csp: own = [], useNonce = false }: CSPOptions = {}): Middleware<
  State
> {
  const names = new Set(own.map(nameOf));
  const policy = [...DEFAULTS.filter((directive) => !names.has(nameOf(directive))), ...own];
  return async (ctx) => {
    const response = await ctx.next();
    const nonce = useNonce ? nonceOf(response) : undefined;
    const directives = nonce === undefined ? policy : policy.map((part) => withNonce(part, nonce));
    response.headers.set("Content-Security-Policy", directives.join("; "));
    return response;
  };
}

function withNonce(directive: string, nonce: string): string {
  if (!WITH_INLINE.test(directive)) return directive;
  return directive.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`);
}

function nameOf(directive: string): string | undefined {
  return directive.split(" ")[0];
}
