/** How many file descriptors this process may use: no API tells without further permissions. */
import { fileURLToPath } from "node:url";

const OWN_FILE = fileURLToPath(import.meta.url);

/** Used beside WebSockets: KV, files being sent, requests that are not WebSockets. */
const SPARE = 128;

export type Descriptors =
  | { readonly enough: true }
  | { readonly enough: false; readonly free: number };

/**
 * Finds out whether `sockets` WebSockets can be open at once, by opening as many files and closing
 * them again. Blocks, and for that moment nothing else can be opened: only before listening.
 *
 * @param open opens one file; throws when there is no descriptor left
 */
export function probeDescriptors(sockets: number, open: () => { close(): void }): Descriptors {
  const opened: { close(): void }[] = [];
  try {
    while (opened.length < sockets + SPARE) opened.push(open());
    return { enough: true };
  } catch {
    return { enough: false, free: opened.length };
  } finally {
    for (const file of opened) file.close();
  }
}

/** Opens this module's own file, which the process may read anyway. */
export function openOneFile(): Deno.FsFile {
  return Deno.openSync(OWN_FILE);
}
