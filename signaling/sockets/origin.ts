/** Which pages may open a socket here (RFC 6455, 10.2; cross-site WebSocket hijacking). */

export interface OriginPolicy {
  /** Further origins allowed beside the server's own, for example `https://duet.example`. */
  readonly allowed: readonly string[];
  /** Whether a proxy of ours writes `X-Forwarded-Host`. */
  readonly trustProxy: boolean;
}

/**
 * A page may connect to the host it came from, and so may a listed origin. The scheme is not
 * compared: behind a TLS proxy the server itself sees plain HTTP. A client that sends no `Origin`
 * is no browser, and could have written any: it passes.
 */
export function isAllowedOrigin(headers: Headers, policy: OriginPolicy): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (policy.allowed.includes(origin)) return true;
  const url = URL.parse(origin);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return false;
  const forwarded = policy.trustProxy ? headers.get("x-forwarded-host") : null;
  const host = forwarded ?? headers.get("host");
  return host !== null && url.host === normaliseHost(host, url.protocol);
}

/** Lower case and without the scheme's own port, as `URL` writes it. */
function normaliseHost(host: string, protocol: string): string | null {
  return URL.parse(`${protocol}//${host.trim()}`)?.host ?? null;
}
