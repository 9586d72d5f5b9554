import { useEffect, useState } from "preact/hooks";

/** `value` as the page was last painted with it; `null`: it was not. For what may come a frame later. */
export function usePainted<Value>(value: Value): Value | null {
  const [painted, setPainted] = useState<Value | null>(null);
  // Effects run after painting.
  useEffect(() => setPainted(() => value), [value]);
  return painted;
}
