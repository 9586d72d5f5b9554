import { useEffect, useState } from "preact/hooks";

/**
 * `false` in a component's first rendering. A screen reader says what is added to a `status`, not
 * one that comes already filled (ARIA 1.2, 5.3.4): it starts out empty, however late it comes.
 */
export function useOnPage(): boolean {
  const [isOnPage, setOnPage] = useState(false);
  useEffect(() => setOnPage(true), []);
  return isOnPage;
}
