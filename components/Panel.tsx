import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import type { OpenPanel } from "./open_panel.ts";
import { RoundButton } from "./RoundButton.tsx";
import { useText } from "./text.ts";

interface PanelProps {
  readonly name: OpenPanel;
  readonly heading: string;
  readonly close: () => void;
  /** Where one writes: takes the focus, unless that brings up a keyboard on the screen. */
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

  // Whoever has keys besides a touch screen writes at once: the letter lands where it belongs.
  function onKeyDown(event: KeyboardEvent) {
    if (first !== undefined && isLetter(event) && !isWriting(event)) first.current?.focus();
  }

  return (
    <section
      ref={sheet}
      class="sheet"
      data-sheet={name}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2 id={id}>{heading}</h2>
        <RoundButton class="sheet-close" label={settings.close} onClick={close}>
          <Icon name="close" />
        </RoundButton>
      </header>
      {children}
    </section>
  );
}

/** Space presses buttons and scrolls: not counted. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && key !== " " && [...key].length === 1;
}

function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}
