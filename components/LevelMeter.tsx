import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useExtraText } from "./extra_text.ts";

const WHOLE = 100;

/** How loud one's own microphone is now. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const { devices } = useExtraText();
  const level = useSignal(0);
  useEffect(() => {
    level.value = 0;
    if (track === null || globalThis.AudioContext === undefined) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    import("../call/media/levels.ts").then(({ watchLevel }) => {
      if (!isOver) stop = watchLevel(track, (now) => level.value = Math.round(now * WHOLE));
      // Not loaded, for want of a network: it stays at nothing.
    }).catch(() => {});
    return () => {
      isOver = true;
      stop?.();
    };
  }, [track]);

  return (
    <div
      class="level"
      role="meter"
      aria-label={devices.level}
      aria-valuemin={0}
      aria-valuemax={WHOLE}
      aria-valuenow={level.value}
      style={{ "--level": `${level.value}%` }}
    />
  );
}
