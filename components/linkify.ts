/** Finds the addresses in a text, so that they can be opened but never are by themselves. */

export interface TextPart {
  readonly text: string;
  /** Only http and https; absent: plain text. */
  readonly href?: string;
}

/** What {@linkcode addressEnd} reads of a string. */
export interface Characters {
  readonly length: number;
  charAt(index: number): string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"«»“”]+/gi;
/** What ends a sentence around an address rather than the address. */
const TRAILING = ".,;:!?'’…]}*_";

/** Splits a text into plain parts and addresses; joined, the parts are the text again. */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.slice(0, addressEnd(found));
    const href = webAddress(address);
    if (href === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/**
 * Where the address that `found` begins with ends, without the sentence around it: "(see
 * https://a.example/b)" but "https://a.example/b_(c)". A stranger chooses the text, so each
 * character is read at most twice.
 */
export function addressEnd(found: Characters): number {
  let surplus = 0;
  for (let index = 0; index < found.length; index++) {
    const character = found.charAt(index);
    if (character === ")") surplus++;
    else if (character === "(") surplus--;
  }
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (TRAILING.includes(last)) continue;
    if (last !== ")" || surplus <= 0) break;
    surplus--;
  }
  return end;
}

function webAddress(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
