import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import { useText } from "./text.ts";

interface PanelProps {
  readonly name: "settings" | "figures" | "chat";
  readonly heading: string;
  readonly close: () => void;
  /** Takes the focus in place of the sheet, where that brings up no keyboard on the screen. */
  readonly first?: RefObject<HTMLElement>;
  readonly children: ComponentChildren;
}

/** A small sheet over the call; takes the focus when it opens and gives it back when it closes. */
export function Panel({ name, heading, close, first, children }: PanelProps) {
  const { settings } = useText().messages;
  const sheet = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const target = matchMedia("(any-hover: none)").matches ? null : first?.current;
    (target ?? sheet.current)?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <section ref={sheet} class="sheet" data-sheet={name} aria-labelledby={id} tabIndex={-1}>
      <header>
        <h2 id={id}>{heading}</h2>
        <button type="button" class="sheet-close" aria-label={settings.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  );
}
