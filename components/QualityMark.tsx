import type { QualityMark as Mark } from "../call/view.ts";

const STEPS: Readonly<Record<Mark, number>> = { poor: 1, fair: 2, good: 3 };

/** Three bars, as many filled as the connection is good; the button around it says so in words. */
export function QualityMark({ mark }: { mark: Mark | null }) {
  const filled = mark === null ? 0 : STEPS[mark];
  return (
    <svg
      class="quality"
      viewBox="0 0 18 16"
      width="18"
      height="16"
      aria-hidden="true"
      data-mark={mark}
    >
      {[0, 1, 2].map((step) => (
        <rect
          key={step}
          x={1 + step * 6}
          y={10 - step * 4.5}
          width="4"
          height={5 + step * 4.5}
          rx="1.5"
          data-filled={step < filled ? "" : undefined}
        />
      ))}
    </svg>
  );
}
