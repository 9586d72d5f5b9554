import { type ComponentType, Fragment, h, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { InsideHead } from "../runtime/head.ts";
import { renderState } from "./state.ts";

/** Elements that `<Head>` can move to the document's head. */
export const HEAD_TAGS: ReadonlySet<string> = new Set([
  ...["title", "meta", "link", "script", "style", "base", "noscript", "template"],
]);

type Props = Record<string, unknown>;

/**
 * A component for an element that belongs in the head: inside `<Head>` it is kept for later, elsewhere
 * it is replaced by the one that was kept under the same identity. Inline code gets the page's nonce.
 */
export function headElement(
  type: string,
  place: (vnode: JSX.Element) => JSX.Element,
): ComponentType {
  return (props: Props) => {
    const state = renderState();
    const inside = useContext(InsideHead);
    const isInline = type === "script" || type === "style";
    const nonce = isInline ? { nonce: props.nonce || state?.nonce } : {};
    const element = place(h(type, { ...props, ...nonce }));
    if (state === null) return element;
    const id = identity(type, props);
    if (inside) {
      state.head.set(id, element);
      return null;
    }
    const kept = state.head.get(id);
    state.head.delete(id);
    return kept ?? element;
  };
}

/** At the end of the document's head: everything `<Head>` kept that has replaced nothing. */
export function HeadContents(): JSX.Element {
  return h(Fragment, null, [...renderState()?.head.values() ?? []]);
}

/** Two elements with the same identity stand for the same thing, such as a description. */
function identity(type: string, props: Props): string {
  if (type === "title") return type;
  const ignored = ["children", "nonce", type === "meta" ? "content" : "href"];
  const names = Object.keys(props).filter((name) => !ignored.includes(name)).sort();
  return JSON.stringify([type, ...names.map((name) => [name, props[name]])]);
}
