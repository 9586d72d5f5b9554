/** QR codes, made in the page; loaded only when somebody wants to see one. */
import { encode } from "uqr";

export interface QrDrawing {
  /** Modules a side, quiet zone included. */
  readonly size: number;
  /** SVG path data; one unit is one module. */
  readonly path: string;
}

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  let path = "";
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    });
  });
  return { size, path };
}
