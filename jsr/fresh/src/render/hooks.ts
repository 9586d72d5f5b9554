/**
 * Hooks into Preact's rendering: they find islands, put scripts and head elements in place, and give
 * inline code its nonce.
 *
 * @module
 */
import { h, type JSX, type Options, options, type VNode } from "preact";
import { BootScript } from "./boot_script.ts";
import { HEAD_TAGS, HeadContents, headElement } from "./head.ts";
import { islandRoot } from "./island.ts";
import { type RenderState, renderState } from "./state.ts";

/** Preact calls `__b` before it renders an element. */
interface RenderHooks extends Options {
  __b?: (vnode: VNode) => void;
}

const hooks: RenderHooks = options;
const placed = new WeakSet<object>();

const onRender = hooks.__b;
hooks.__b = (vnode) => {
  const state = renderState();
  if (state !== null && !placed.has(vnode)) prepare(vnode, state);
  onRender?.(vnode);
};

function prepare(vnode: VNode, { build, seen }: RenderState): void {
  const { type } = vnode;
  if (typeof type === "function") {
    const island = build.islands.get(type);
    if (island !== undefined) vnode.type = islandRoot(island, place);
  } else if (HEAD_TAGS.has(type)) {
    vnode.type = headElement(type, place);
  } else if (type === "html" || type === "head" || type === "body") {
    seen.add(type);
    if (type === "head") append(vnode, h(HeadContents, {}));
    if (type === "body") append(vnode, h(BootScript, {}));
  }
}

/** Marks an element as final, so that it is not replaced again. */
function place(vnode: JSX.Element): JSX.Element {
  placed.add(vnode);
  return vnode;
}

function append(vnode: VNode, child: JSX.Element): void {
  const { children } = vnode.props;
  vnode.props.children = children === undefined ? child : [children, child];
}
