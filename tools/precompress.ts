import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { COMPRESSED_DIR, digestOf, type Encoding } from "../precompressed.ts";

/** A file that was compressed, with its sizes in bytes. */
export interface CompressedFile {
  path: string;
  size: number;
  br: number;
  gzip: number;
}

const TEXT_FILES = new Set([
  ".css",
  ".html",
  ".js",
  ".json",
  ".svg",
  ".txt",
  ".webmanifest",
  ".xml",
]);
/** Below this many bytes, headers cost more than compression saves. */
const MIN_BYTES = 256;

/**
 * Compresses what a build serves: the step after `builder.build()`. The results are named by the digest of the
 * original, so that `precompressed()` can never serve them for anything else.
 *
 * @param root The project's directory, with `_fresh/static` and `static` in it.
 */
export async function precompress(root: string): Promise<CompressedFile[]> {
  const out = join(root, COMPRESSED_DIR);
  await Deno.remove(out, { recursive: true }).catch(() => {});
  await Deno.mkdir(out, { recursive: true });
  const files: CompressedFile[] = [];
  for (const dir of [join(root, "_fresh", "static"), join(root, "static")]) {
    for await (const path of textFiles(dir)) {
      const content = await Deno.readFile(path);
      if (content.byteLength < MIN_BYTES) continue;
      const base = join(out, await digestOf(content));
      const [br, gzip] = [await brotli(content), await gzipped(content)];
      await writeIfSmaller(base, "br", br, content);
      await writeIfSmaller(base, "gzip", gzip, content);
      files.push({ path, size: content.byteLength, br: br.byteLength, gzip: gzip.byteLength });
    }
  }
  return files;
}

async function* textFiles(dir: string): AsyncGenerator<string> {
  try {
    for await (const entry of Deno.readDir(dir)) {
      const path = join(dir, entry.name);
      if (entry.isDirectory) yield* textFiles(path);
      if (entry.isFile && TEXT_FILES.has(extname(path))) yield path;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function brotli(content: Uint8Array): Promise<Uint8Array> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
  };
  return promisify(brotliCompress)(content, { params });
}

function gzipped(content: Uint8Array): Promise<Uint8Array> {
  return promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });
}

async function writeIfSmaller(
  base: string,
  encoding: Encoding,
  compressed: Uint8Array,
  original: Uint8Array,
): Promise<void> {
  if (compressed.byteLength >= original.byteLength) return;
  await Deno.writeFile(`${base}.${encoding}`, compressed);
}
