import { Drawing, SHAPES } from "./Icon.tsx";

/** Those nobody sees before there is a seat. */
const SEAT_SHAPES = {
  ...SHAPES,
  mic: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v3",
  camera:
    "M5.5 6.5h7a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3zM15.5 11l5.5-3.5v9L15.5 13",
  leave: "M2.8 14.8c5-5.1 13.4-5.1 18.4 0l-2.1 2.7-4-1.6v-2.9a11 11 0 0 0-6.2 0v2.9l-4 1.6z",
  sliders:
    "M4 7.5h8.5M17.5 7.5H20M4 16.5h2.5M11.5 16.5H20M12.5 7.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M6.5 16.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
  more:
    "M5 12a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M11.2 12a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M17.4 12a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0",
  react:
    "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M8 14.2a4.6 4.6 0 0 0 8 0M9 9.3v.6M15 9.3v.6",
  record:
    "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0",
  "record-off": "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M9 9h6v6H9z",
  share: "M12 15V3.5M8 7.5l4-4 4 4M5 12.5V18a2.5 2.5 0 0 0 2.5 2.5h9A2.5 2.5 0 0 0 19 18v-5.5",
  move:
    "M12 3v18M3 12h18M9.5 5.5L12 3l2.5 2.5M9.5 18.5L12 21l2.5-2.5M5.5 9.5L3 12l2.5 2.5M18.5 9.5L21 12l-2.5 2.5",
  chat:
    "M6.5 4.5h11A2.5 2.5 0 0 1 20 7v7a2.5 2.5 0 0 1-2.5 2.5H12l-4.5 4v-4h-1A2.5 2.5 0 0 1 4 14V7a2.5 2.5 0 0 1 2.5-2.5zM8 9h8M8 12.5h5",
  send: "M4.5 12h14.5M12.5 5.5L19 12l-6.5 6.5",
  flip:
    "M4 10.5a8.3 8.3 0 0 1 14.8-3.6M20 13.5a8.3 8.3 0 0 1-14.8 3.6M19.3 3v4.2h-4.2M4.7 21v-4.2h4.2M9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
  code: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2M14 20h2.5M20 19.5v.5",
  sound: "M3.5 9.5v5H7l5 4v-13l-5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.5a7.8 7.8 0 0 1 0 11",
} as const;

export type SeatIconName = keyof typeof SEAT_SHAPES;

/** An icon of the whole set; what is on the first page takes {@linkcode Icon}. */
export function SeatIcon({ name }: { name: SeatIconName }) {
  return <Drawing path={SEAT_SHAPES[name]} />;
}
