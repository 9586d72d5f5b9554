import { useEffect, useState } from "preact/hooks";
import type { Transfer } from "../call/files/entry.ts";
import type { Files } from "../call/files/files.ts";

interface FilesPictureProps {
  readonly transfer: Transfer;
  /** One of a picture and nothing else: the browser draws it, or nothing. */
  readonly type: string;
  readonly files: Files;
}

/** The picture that came in, from one's own disk; its name stands beside it. */
export function FilesPicture({ transfer: { key }, type, files }: FilesPictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    files.open(key).then((blob) => {
      if (blob === null || isGone) return;
      made = URL.createObjectURL(blob.slice(0, blob.size, type));
      setUrl(made);
      // It can be saved all the same.
    }).catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [key, type]);

  if (url === null) return null;
  return <img class="file-picture" src={url} alt="" onError={() => setUrl(null)} />;
}
