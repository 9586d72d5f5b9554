import { type ComponentType, Fragment, h, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { InsideHead } from "../runtime/head.ts";
import { renderState } from "./state.ts";

const HEAD_TAGS = new Set([
  "title",
  "meta",
  "link",
  "script",
  "style",
  "base",
  "noscript",
  "template",
]);

/** Whether an element can be moved to the document's head. */
export function isHeadTag(type: string): boolean {
  return HEAD_TAGS.has(type);
}

/**
 * A component for an element that belongs in the head: inside `<Head>` it is kept for later, elsewhere
 * it is replaced by the one that was kept under the same identity.
 */
export function headElement(
  type: string,
  key: string | number | null | undefined,
  place: (vnode: JSX.Element) => JSX.Element,
): ComponentType {
  return (props: Record<string, unknown>) => {
    const state = renderState();
    const inside = useContext(InsideHead);
    const element = place(h(type, finalProps(type, key, props)));
    if (state === null) return element;
    const id = key == null ? identity(type, props) : String(key);
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
export function HeadContents(): JSX.Element | null {
  const state = renderState();
  if (state === null || state.headFilled) return null;
  state.headFilled = true;
  return h(Fragment, null, [...state.head.values()]);
}

function finalProps(
  type: string,
  key: unknown,
  props: Record<string, unknown>,
): Record<string, unknown> {
  const inline = type === "script" || type === "style";
  return {
    ...props,
    ...(inline ? { nonce: props.nonce || renderState()?.nonce } : {}),
    ...(key == null ? {} : { "data-key": key }),
  };
}

/** Two elements with the same identity stand for the same thing, such as a description. */
function identity(type: string, props: Record<string, unknown>): string {
  if (type === "title") return type;
  const ignored = new Set(["children", "nonce", "ref"]);
  if (type === "meta") ignored.add("content");
  if (type === "link") ignored.add("href");
  const parts = Object.keys(props).sort()
    .filter((name) => !ignored.has(name))
    .map((name) =>
      name === "dangerouslySetInnerHTML" ? JSON.stringify(props[name]) : `${props[name]}`
    );
  return [type, ...parts].join("::");
}
