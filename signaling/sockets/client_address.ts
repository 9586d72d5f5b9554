/** Whose connection this is, for limits only: never stored, never logged. */

/**
 * The client's address, IPv6 shortened to its /64 (one household).
 *
 * @param trustedProxies how many proxies of ours stand in front: each appends the address it saw to
 * `X-Forwarded-For`, so the client is that many entries from the right. 0: the header is ignored.
 */
export function clientAddress(
  headers: Headers,
  remote: Deno.Addr,
  trustedProxies: number,
): string {
  const direct = "hostname" in remote ? remote.hostname : "local";
  if (trustedProxies === 0) return groupOf(direct);
  const chain = (headers.get("x-forwarded-for") ?? "")
    .split(",").map((part) => part.trim()).filter((part) => part !== "");
  const seen = chain.at(-trustedProxies) ?? chain.at(0) ?? direct;
  return groupOf(seen);
}

function groupOf(address: string): string {
  const bare = address.replace(/^\[|\](:\d+)?$/g, "").toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!bare.includes(":") || bare.includes(".")) return bare.replace(/:\d+$/, "");
  return `${expand(bare).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2) without leading zeros. */
function expand(address: string): string[] {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter((group) => group !== "");
  const right = (tail ?? "").split(":").filter((group) => group !== "");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...new Array<string>(gap).fill("0"), ...right]
    .map((group) => group.replace(/^0+(?=.)/, ""));
}
