const nonces = new WeakMap<Response, string>();

/** The nonce of a rendered page, `undefined` for any other response. */
export function nonceOf(response: Response): string | undefined {
  return nonces.get(response);
}

/** Remembers the nonce a page was rendered with. */
export function setNonce(response: Response, nonce: string): void {
  nonces.set(response, nonce);
}
