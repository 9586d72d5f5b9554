import { useEffect, useState } from "preact/hooks";

const TICK_MS = 1_000;

/** The time now (ms since 1970), anew every second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/**
 * Whole seconds left of `ms`, down to 0; `null` stays `null`.
 *
 * @param attempt the countdown starts again whenever it changes
 */
export function useCountdown(ms: number | null, attempt: number): number | null {
  const [left, setLeft] = useState(ms);
  useEffect(() => {
    setLeft(ms);
    if (ms === null) return;
    const end = Date.now() + ms;
    const timer = setInterval(() => {
      const rest = Math.max(0, end - Date.now());
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [ms, attempt]);
  return left === null ? null : Math.ceil(left / TICK_MS);
}
