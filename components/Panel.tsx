import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import { useText } from "./text.ts";

interface PanelProps {
  readonly name: "settings" | "figures";
  readonly heading: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A small sheet over the call; takes the focus when it opens and gives it back when it closes. */
export function Panel({ name, heading, close, children }: PanelProps) {
  const { settings } = useText().messages;
  const sheet = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus({ preventScroll: true });
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
