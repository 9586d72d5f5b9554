/** Response headers for pages: a strict CSP with nonces, and no more browser powers than needed. */
import { type Context, csp, type Middleware } from "fresh";

const HEADERS = {
  "Permissions-Policy":
    "camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), " +
    "autoplay=(self), picture-in-picture=(self), geolocation=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** Browsers honour these on https only, and complain elsewhere (or are locked out, by HSTS). */
const SECURE_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  // A year, for this host alone (RFC 6797): its neighbours are not ours to decide about.
  "Strict-Transport-Security": "max-age=31536000",
} as const;

/** No request leaves our origin; inline scripts need the nonce that Fresh gives its own. */
export function contentSecurity<State>(): Middleware<State> {
  return csp({
    useNonce: true,
    csp: [
      "default-src 'none'",
      "manifest-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
    ],
  });
}

/**
 * Whether the browser came by https. With `TRUST_PROXY`, Fresh reads `X-Forwarded-Proto` into the
 * request's URL; without, the header is anybody's.
 */
export function isSecure(url: URL): boolean {
  return url.protocol === "https:";
}

/** The other headers; runs outside {@linkcode contentSecurity}. */
export function safeHeaders<State>(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
    if (isSecure(ctx.url)) {
      for (const [name, value] of Object.entries(SECURE_HEADERS)) response.headers.set(name, value);
    }
    const policy = response.headers.get("Content-Security-Policy");
    if (policy !== null) {
      response.headers.set("Content-Security-Policy", withoutUpgrade(policy));
    }
    return response;
  };
}

/**
 * Renders an error page with the headers of every other page: Fresh answers with `_404` and
 * `_error` outside the app's middlewares.
 */
export async function safely<State>(
  ctx: Context<State>,
  render: () => Promise<Response>,
): Promise<Response> {
  ctx.next = async () => {
    ctx.next = render;
    return await contentSecurity<State>()(ctx);
  };
  return await safeHeaders<State>()(ctx);
}

/**
 * All our addresses are relative, so there is nothing to upgrade; and on a plain-http address the
 * directive would keep the very page from loading that explains why a call needs https.
 */
function withoutUpgrade(policy: string): string {
  return policy.split(";").map((part) => part.trim())
    .filter((part) => part !== "" && part !== "upgrade-insecure-requests").join("; ");
}
