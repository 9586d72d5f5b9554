import type { Middleware } from "./middleware.ts";
import { nonceOf } from "./render/nonce.ts";

/** Options of {@linkcode csp}. */
export interface CSPOptions {
  /** Only report violations instead of blocking them. */
  reportOnly?: boolean;
  /** Where violations are reported to. */
  reportTo?: string;
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
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly = false, reportTo, csp: own = [], useNonce = false } = options;
  const policy = [...withoutOverridden(own), ...own];
  if (reportTo) policy.push("report-to csp-endpoint", `report-uri ${reportTo}`);
  const header = reportOnly ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy";

  return async (ctx) => {
    const response = await ctx.next();
    const nonce = useNonce ? nonceOf(response) : undefined;
    const directives = nonce === undefined ? policy : policy.map((part) => withNonce(part, nonce));
    response.headers.set(header, directives.join("; "));
    if (reportTo) {
      response.headers.set("Reporting-Endpoints", `csp-endpoint="${reportTo}"`);
    }
    return response;
  };
}

function withoutOverridden(own: readonly string[]): string[] {
  const names = new Set(own.map(nameOf));
  return DEFAULTS.filter((directive) => !names.has(nameOf(directive)));
}

function withNonce(directive: string, nonce: string): string {
  if (!WITH_INLINE.test(directive)) return directive;
  return directive.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`);
}

function nameOf(directive: string): string | undefined {
  return directive.split(" ")[0];
}
