/** Finds the addresses in a text, so that they can be opened but never are by themselves. */

export interface TextPart {
  readonly text: string;
  /** Only http and https; absent: plain text. */
  readonly href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"«»“”]+/gi;
/** What ends a sentence around an address rather than the address. */
const TRAILING = /[.,;:!?'’…\]}*_]+$/;

/** Splits a text into plain parts and addresses; joined, the parts are the text again. */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(found);
    const href = webAddress(address);
    if (href === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function withoutTrailing(found: string): string {
  const address = found.replace(TRAILING, "");
  // "(see https://a.example/b)" but "https://a.example/b_(c)".
  const isLoose = address.endsWith(")") && count(address, ")") > count(address, "(");
  if (isLoose) return withoutTrailing(address.slice(0, -1));
  return address;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function webAddress(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
