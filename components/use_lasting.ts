import { useEffect, useState } from "preact/hooks";

/**
 * Follows `now` to `true` at once, and to `false` only after it has been so for `ms`: what mends
 * itself by then need not be said. As it is in the beginning, it is told at once.
 */
export function useLasting(now: boolean, ms: number): boolean {
  const [told, setTold] = useState(now);
  useEffect(() => {
    if (now) return setTold(true);
    const timer = setTimeout(() => setTold(false), ms);
    return () => clearTimeout(timer);
  }, [now, ms]);
  return now || told;
}
