import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { StateName } from "../call/machine/state.ts";

type Phase = "before" | "prompt" | "call" | "ended";

/**
 * Moves the focus when one part of the page gives way to another: to the call on joining, back on
 * leaving. The part says where with `data-focus`; the prompt looks after itself.
 *
 * @param options `isReady`: whether the part is on the page; the focus waits for it
 */
export function usePhaseFocus(
  root: RefObject<HTMLElement>,
  name: StateName,
  { isReady }: { readonly isReady: boolean },
): void {
  const phase = phaseOf(name);
  const before = useRef(phase);
  useEffect(() => {
    if (!isReady || before.current === phase) return;
    before.current = phase;
    if (phase === "prompt") return;
    root.current?.querySelector<HTMLElement>("[data-focus]")?.focus({ preventScroll: true });
  }, [phase, isReady]);
}

/**
 * Catches a focus that a new state takes away with its button or field, say when the friend leaves:
 * the panel that is open has it then, else what the page is about.
 */
export function useLostFocus(root: RefObject<HTMLElement>, name: StateName): void {
  const known = useRef(name);
  const isInside = useRef(false);
  // Asked while rendering, before what the new state does not have is removed.
  if (known.current !== name) {
    known.current = name;
    isInside.current = root.current?.contains(document.activeElement) ?? false;
  }
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    const target = root.current?.querySelector<HTMLElement>(".sheet") ??
      root.current?.querySelector<HTMLElement>("[data-focus]");
    target?.focus({ preventScroll: true });
  }, [name]);
}

function phaseOf(name: StateName): Phase {
  switch (name) {
    case "permission":
    case "blocked":
      return "before";
    case "prompt":
    case "joining":
    case "full":
      return "prompt";
    case "ended":
      return "ended";
    default:
      return "call";
  }
}
