import { useEffect, useState } from "preact/hooks";

/** `value` while it is younger than `ms`, then `null`. */
export function useRecent<T>(value: T | null, ms: number): T | null {
  const [old, setOld] = useState<T | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setOld(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return old === value ? null : value;
}
