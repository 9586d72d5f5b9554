/**
 * Hooks into Preact's rendering: they find islands, put scripts and head elements in place, give
 * inline scripts their nonce, and make image URLs cacheable.
 *
 * @module
 */
import { h, type JSX, type Options, options, type VNode } from "preact";
import { lockImage } from "../runtime/asset.ts";
import { markActiveLink } from "./active_link.ts";
import { HeadContents, headElement, isHeadTag } from "./head.ts";
import { islandRoot } from "./island.ts";
import { BootScript } from "./scripts.ts";
import { renderState } from "./state.ts";

/** Preact calls `__b` before it renders an element. */
interface RenderHooks extends Options {
  __b?: (vnode: VNode) => void;
}

const hooks: RenderHooks = options;
const placed = new WeakSet<object>();

const onCreate = hooks.vnode;
hooks.vnode = (vnode) => {
  const page = renderState()?.url;
  if (vnode.type === "img" || vnode.type === "source") lockImage(vnode.props);
  if (vnode.type === "a" && page !== undefined) markActiveLink(vnode.props, page);
  onCreate?.(vnode);
};

const onRender = hooks.__b;
hooks.__b = (vnode) => {
  const state = renderState();
  if (state !== null && !placed.has(vnode)) {
    const { type } = vnode;
    if (typeof type === "function") {
      const island = state.build.islands.get(type);
      if (island !== undefined) {
        vnode.type = islandRoot(island, vnode.key, place);
      }
    } else if (isHeadTag(type)) {
      vnode.type = headElement(type, vnode.key, place);
    } else if (type === "html" || type === "head" || type === "body") {
      state.seen.add(type);
      if (type === "head") append(vnode, h(HeadContents, {}));
      if (type === "body") append(vnode, h(BootScript, {}));
    }
  }
  onRender?.(vnode);
};

/** Marks an element as final, so that it is not replaced again. */
function place(vnode: JSX.Element): JSX.Element {
  placed.add(vnode);
  return vnode;
}

function append(vnode: VNode, child: JSX.Element): void {
  const { children } = vnode.props;
  vnode.props.children = children === undefined ? child : [children, child];
}
