import { useEffect, useRef, useState } from "preact/hooks";

/**
 * Takes files that are dropped on the page or pasted. A file that is dropped where nobody takes it
 * would open in place of the call: that never happens.
 *
 * @param take `null`: nobody is there to send to
 * @returns whether files are held over the page
 */
export function useDroppedFiles(take: ((files: readonly File[]) => void) | null): boolean {
  const latest = useRef(take);
  latest.current = take;
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setDragging(latest.current !== null);
    }, { signal });
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) setDragging(false);
    }, { signal });
    document.addEventListener("drop", (event) => {
      setDragging(false);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      latest.current?.([...event.dataTransfer?.files ?? []]);
    }, { signal });
    document.addEventListener("paste", (event) => {
      const pasted = [...event.clipboardData?.files ?? []];
      if (pasted.length === 0 || latest.current === null) return;
      event.preventDefault();
      latest.current(pasted);
    }, { signal });
    return () => stop.abort();
  }, []);
  return isDragging;
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") ?? false;
}
