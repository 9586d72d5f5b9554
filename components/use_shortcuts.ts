/** Single keys, unless the person turned them off or is typing. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Action, ShortcutKey } from "./actions.ts";
import { usePreferences } from "./preferences.ts";

/** Where letters are letters: fields, and all of the messages, also before their field has focus. */
const WRITING =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [data-sheet=chat]";

/** @param action `null`: the key does nothing now */
export function useShortcut(key: ShortcutKey, action: (() => void) | null): void {
  const latest = useLatest(action);
  // Before the person sees what the key is for.
  useLayoutEffect(() => {
    function onDown(event: KeyboardEvent) {
      if (event.repeat || isTyping(event) || letterOf(event) !== key) return;
      latest.current?.();
    }
    document.addEventListener("keydown", onDown);
    return () => document.removeEventListener("keydown", onDown);
  }, [key]);
}

/** The same for whatever can be done now. */
export function useActionKeys(actions: readonly Action[]): void {
  const latest = useLatest((key: string) => {
    actions.find(({ shortcut }) => shortcut === key)?.run();
  });
  useLayoutEffect(() => {
    function onDown(event: KeyboardEvent) {
      if (!event.repeat && !isTyping(event)) latest.current?.(letterOf(event));
    }
    document.addEventListener("keydown", onDown);
    return () => document.removeEventListener("keydown", onDown);
  }, []);
}

/** Follows the space bar down and up, unless it presses a focused button. */
export function useHeldSpace(hold: ((down: boolean) => void) | null): void {
  const latest = useLatest(hold);
  useEffect(() => {
    const stop = new AbortController();
    let held = false;

    function release() {
      if (held) latest.current?.(false);
      held = false;
    }
    function onDown(event: KeyboardEvent) {
      if (event.key !== " " || isTyping(event) || isOnControl(event)) return;
      if (latest.current === null) return;
      event.preventDefault();
      if (!held) latest.current(true);
      held = true;
    }
    function onUp(event: KeyboardEvent) {
      if (event.key === " ") release();
    }

    document.addEventListener("keydown", onDown, { signal: stop.signal });
    document.addEventListener("keyup", onUp, { signal: stop.signal });
    // A key released in another window is never reported.
    globalThis.addEventListener("blur", release, { signal: stop.signal });
    return () => {
      release();
      stop.abort();
    };
  }, []);
}

function useLatest<T>(action: T | null): { current: T | null } {
  const { shortcuts } = usePreferences();
  const latest = useRef<T | null>(null);
  latest.current = shortcuts.value.value === "on" ? action : null;
  return latest;
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return isWithin(event, WRITING);
}

function isOnControl(event: KeyboardEvent): boolean {
  return isWithin(event, "button, a, input, summary");
}

function isWithin(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** On a keyboard without Latin letters the key in the same place counts. */
function letterOf(event: KeyboardEvent): string {
  // Plus without Shift.
  if (event.key === "=") return "+";
  const letter = /^[a-z?+\-0]$/i.test(event.key) ? event.key : event.code.replace(/^Key/, "");
  return letter.toLowerCase();
}
