import type { Signal } from "@preact/signals";

/** `chat` opens beside the pictures, the others over them. */
export type OpenPanel =
  | "settings"
  | "figures"
  | "keys"
  | "verify"
  | "chat"
  | "more"
  | "reactions";

/** Which panel is open; `null`: none. */
export type PanelSignal = Signal<OpenPanel | null>;

/** Opens `name`, or closes it if it is open. */
export function toggle(panel: PanelSignal, name: OpenPanel): void {
  panel.value = panel.peek() === name ? null : name;
}
