import type { ComponentChildren, JSX } from "preact";

interface RoundButtonProps extends Omit<JSX.ButtonHTMLAttributes, "aria-label" | "children"> {
  /** Its name; the icon is decoration. */
  readonly label: string;
  /** What it is beside round: colours and place. */
  readonly class: string;
  readonly children: ComponentChildren;
}

/** Every round button with an icon: the controls, a sheet's cross, a message's arrow. */
export function RoundButton({ label, class: kind, children, ...others }: RoundButtonProps) {
  return (
    <button type="button" {...others} class={`round ${kind}`} aria-label={label}>
      {children}
    </button>
  );
}
