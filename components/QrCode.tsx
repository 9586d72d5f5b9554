import { useEffect, useState } from "preact/hooks";
import type { QrDrawing } from "./qr_path.ts";
import { useText } from "./text.ts";

export function QrCode({ text }: { text: string }) {
  const { waiting } = useText().messages;
  const [drawing, setDrawing] = useState<QrDrawing | null>(null);
  useEffect(() => {
    let done = false;
    async function draw() {
      const { drawQr } = await import("./qr_path.ts");
      if (!done) setDrawing(drawQr(text));
    }
    draw();
    return () => {
      done = true;
    };
  }, [text]);

  const size = drawing?.size ?? 1;
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={waiting.code}>
        <path d={drawing?.path ?? ""} />
      </svg>
      <figcaption>{waiting.scan}</figcaption>
    </figure>
  );
}
