/** A browser may begin to read what it downloads that much later, ms. */
const DOWNLOAD_MS = 60_000;

/** Hands it to the browser's downloads, which copy it from where it lies. */
export function saveBlob(blob: Blob, name: string): void {
  // Never one that the browser would show: it is only kept.
  const kept = new Blob([blob], { type: "application/octet-stream" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(kept);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
}
