/** The two certificates of a connection, which its media are encrypted between (RFC 5763). */

/** What the two ends of one connection agree on, in the order of their roles. */
export interface Ends {
  /** `a=fingerprint` of the offerer's description (RFC 8122, 5). */
  readonly offerer: string;
  readonly answerer: string;
}

/** The certificate a description promises; `null`: it names none, or more than one. */
export function fingerprintOf(sdp: string): string | null {
  const found = new Set([...sdp.matchAll(/^a=fingerprint:(\S+ \S+)\r?$/gm)].map(([, one]) => one));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only.toLowerCase() : null;
}
