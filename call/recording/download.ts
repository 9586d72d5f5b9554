/** Hands files to the browser's downloads. */

/** The browser has opened the file long before, ms. */
const OPENED_MS = 60_000;

/** The browser copies it to the disk itself: nothing of it comes into memory. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), OPENED_MS);
}
