import { fileURLToPath as fromFileUrl } from "node:url";

/** A folder where the production build may write by its own permissions, removed in the end. */
export async function withStoreFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const dir = fromFileUrl(new URL("../../../.duet/", import.meta.url));
  await Deno.mkdir(dir, { recursive: true });
  const folder = await Deno.makeTempDir({ dir, prefix: "attack_" });
  try {
    return await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
