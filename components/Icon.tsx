/** Our own line icons on a 24 × 24 grid; decoration only, the control names itself. */
export const SHAPES = {
  "mic-off":
    "M9 9v2a3 3 0 0 0 4.9 2.3M15 10.5V6a3 3 0 0 0-5.8-1M5.5 11a6.5 6.5 0 0 0 10.5 5.1M18.5 11a6.5 6.5 0 0 1-.5 2.5M12 17.5v3M4 4l16 16",
  "camera-off":
    "M10.5 6.5h2a3 3 0 0 1 3 3v2M15.5 15.5a3 3 0 0 1-3 2h-7a3 3 0 0 1-3-3v-5a3 3 0 0 1 2.5-2.95M15.5 11l5.5-3.5v9l-2-1.3M4 4l16 16",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  spark:
    "M10.5 4.5l1.9 5.1 5.1 1.9-5.1 1.9-1.9 5.1-1.9-5.1-5.1-1.9 5.1-1.9zM18.5 15.5v4M16.5 17.5h4",
  person: "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20.5a7.5 7.5 0 0 1 15 0",
  float:
    "M5.5 5h13A2.5 2.5 0 0 1 21 7.5v3.5M11 19H5.5A2.5 2.5 0 0 1 3 16.5v-9A2.5 2.5 0 0 1 5.5 5M15 14h5a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z",
  warning: "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.01",
  globe:
    "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3.5 9.5h17M3.5 14.5h17M12 3c5 5.5 5 12.5 0 18c-5-5.5-5-12.5 0-18",
  lock:
    "M7 10.5h10a1.5 1.5 0 0 1 1.5 1.5v6.5A1.5 1.5 0 0 1 17 20H7a1.5 1.5 0 0 1-1.5-1.5V12A1.5 1.5 0 0 1 7 10.5zM8 10.5V8a4 4 0 0 1 8 0v2.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  copy:
    "M11 8.5h6.5a2.5 2.5 0 0 1 2.5 2.5v6.5a2.5 2.5 0 0 1-2.5 2.5H11a2.5 2.5 0 0 1-2.5-2.5V11A2.5 2.5 0 0 1 11 8.5zM15.5 8.5v-2A2.5 2.5 0 0 0 13 4H6.5A2.5 2.5 0 0 0 4 6.5V13a2.5 2.5 0 0 0 2.5 2.5h2",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return <Drawing path={SHAPES[name]} />;
}

/** @param path what the line follows, as in the `d` of an SVG `path` */
export function Drawing({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
