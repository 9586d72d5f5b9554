/**
 * Hydrates a page's islands in the browser.
 *
 * @module
 */
import { type ComponentType, h, render } from "preact";
import { containerBetween } from "./range.ts";

interface Marker {
  name: string;
  /** Index of its props. */
  index: number;
  start: Comment;
  end: Comment;
}

/** Brings the islands of this page to life; `props` is a JSON array with an object for each. */
export function boot(components: Record<string, ComponentType<object>>, props: string): void {
  const all: object[] = JSON.parse(props);
  for (const { name, index, start, end } of findIslands()) {
    const component = components[name];
    if (component === undefined) continue;
    // Invalid nesting, such as <div> in <p>, makes the browser move one of the markers.
    if (start.parentNode !== end.parentNode) {
      console.error(`Cannot hydrate island "${name}": invalid HTML nesting around it`);
      continue;
    }
    // One island after the other, so that none holds up the page.
    setTimeout(() => render(h(component, all[index] ?? {}), containerBetween(start, end)), 0);
  }
}

/** Finds the comments that the server put around islands. */
function findIslands(): Marker[] {
  const markers: Marker[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  let start: Comment | undefined;
  while (walker.nextNode()) {
    const comment = walker.currentNode as Comment;
    if (comment.data.startsWith("frsh:island:")) start = comment;
    if (comment.data !== "/frsh:island" || start === undefined) continue;
    const [, , name = "", index] = start.data.split(":");
    markers.push({ name, index: Number(index), start, end: comment });
    start = undefined;
  }
  return markers;
}
