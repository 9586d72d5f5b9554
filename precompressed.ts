import { join } from "node:path";
import type { Context, Middleware } from "fresh";

/** Content codings the build prepares, the preferred one first (RFC 9110, section 8.4.1). */
export const ENCODINGS = ["br", "gzip"] as const;

/** A content coding the build prepares. */
export type Encoding = typeof ENCODINGS[number];

/** Where `tools/precompress.ts` puts what it compressed, below the project's directory. */
export const COMPRESSED_DIR = join("_fresh", "compressed");

type Variants = Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>;

/**
 * Serves static files in the form the build compressed them, to clients that accept it.
 *
 * Goes before `staticFiles()`. Compressed files are found by the digest of the original, read once for each
 * `ETag`: what does not match exactly, and everything in development, is served as it is.
 */
export function precompressed<State>(): Middleware<State> {
  const known = new Map<string, Variants>();
  return async (ctx) => {
    const response = await ctx.next();
    const etag = response.headers.get("ETag");
    if (response.status === 304) return varied(response);
    if (ctx.config.mode === "development" || etag === null || !isCompressible(response)) {
      return response;
    }
    const key = `${ctx.url.pathname} ${etag}`;
    const [original, variants] = known.has(key)
      ? [response, known.get(key) ?? {}]
      : await findVariants(ctx, response);
    // Without a body there was nothing to find them by.
    if (original.body !== null) known.set(key, variants);
    return answer(ctx, original, variants, known.has(key));
  };
}

/** The best coding the client accepts (RFC 9110, section 12.5.3), `undefined` for none of them. */
export function chooseEncoding(accepted: string | null): Encoding | undefined {
  const weights = new Map<string, number>();
  for (const part of (accepted ?? "").toLowerCase().split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((text) => text.startsWith("q="))?.slice(2);
    weights.set(coding, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get("*") ?? 0;
  const [best] = ENCODINGS.toSorted((a, b) => weightOf(b) - weightOf(a));
  return best !== undefined && weightOf(best) > 0 ? best : undefined;
}

/** The name a content's compressed form has, without extension. */
export async function digestOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
}

function isCompressible(response: Response): boolean {
  const type = response.headers.get("Content-Type") ?? "";
  return response.status === 200 && !response.headers.has("Content-Encoding") &&
    /^text\/|javascript|json|xml|wasm/.test(type);
}

async function findVariants<State>(
  ctx: Context<State>,
  response: Response,
): Promise<[Response, Variants]> {
  if (response.body === null) return [response, {}];
  const content = await response.bytes();
  const base = join(ctx.config.root, COMPRESSED_DIR, await digestOf(content));
  const variants: Variants = {};
  for (const encoding of ENCODINGS) {
    const found = await readIfExists(`${base}.${encoding}`);
    if (found !== undefined) variants[encoding] = found;
  }
  return [new Response(content, response), variants];
}

function answer<State>(
  ctx: Context<State>,
  original: Response,
  variants: Variants,
  isKnown: boolean,
): Response {
  const encoding = chooseEncoding(ctx.req.headers.get("Accept-Encoding"));
  const content = encoding && variants[encoding];
  if (encoding === undefined || content === undefined) {
    // The length of a coding that is not known yet is left out, not guessed.
    if (!isKnown) original.headers.delete("Content-Length");
    return varied(original);
  }
  original.body?.cancel();
  const response = new Response(ctx.req.method === "HEAD" ? null : content, original);
  response.headers.set("Content-Encoding", encoding);
  response.headers.set("Content-Length", String(content.byteLength));
  return varied(response);
}

function varied(response: Response): Response {
  response.headers.append("Vary", "Accept-Encoding");
  return response;
}

async function readIfExists(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
