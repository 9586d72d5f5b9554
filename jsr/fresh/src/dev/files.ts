import { extname, join, relative, sep } from "node:path";
import { lookup } from "mrmime";

/** Every file below a directory, none if there is no such directory; sorted. */
export async function listFiles(dir: string): Promise<string[]> {
  const files: string[] = [];
  try {
    for await (const entry of Deno.readDir(dir)) {
      const path = join(dir, entry.name);
      if (entry.isDirectory) files.push(...await listFiles(path));
      if (entry.isFile) files.push(path);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files.sort();
}

/** A path with forward slashes on every system. */
export function posix(path: string): string {
  return path.replaceAll(sep, "/");
}

/** The percent-encoded URL path of a file, seen from the directory it is served from. */
export function urlPath(dir: string, file: string): string {
  return `/${posix(relative(dir, file)).split("/").map(encodeURIComponent).join("/")}`;
}

/** The media type of a file, with the character set where it is text. */
export function contentType(file: string): string {
  const type = lookup(extname(file)) ?? "text/plain";
  const isText = /^text\/|^application\/(manifest\+)?json$/.test(type);
  return isText ? `${type}; charset=UTF-8` : type;
}

/** The SHA-256 of a content, in hexadecimal. */
export async function digest(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
}
