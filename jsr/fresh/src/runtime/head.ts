import { type ComponentChildren, createContext, h, type JSX } from "preact";
import { IS_BROWSER } from "./browser.ts";

/** Whether the elements being rendered belong in the document's head. */
export const InsideHead = createContext(false);

/** Props of {@linkcode Head}. */
export interface HeadProps {
  children?: ComponentChildren;
}

/** Puts its children into the document's `<head>`; the stand-in does so on the server only. */
export function Head({ children }: HeadProps): JSX.Element | null {
  return IS_BROWSER ? null : h(InsideHead.Provider, { value: true }, children);
}
