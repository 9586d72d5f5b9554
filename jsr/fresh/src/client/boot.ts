/**
 * Hydrates a page's islands in the browser.
 *
 * @module
 */
import { type ComponentType, h, render } from "preact";
import { decode } from "../serialize/decode.ts";
import { findMarkers, type Markers } from "./markers.ts";
import { containerBetween } from "./range.ts";
import { type Islands, withSlots } from "./slots.ts";

/** Brings the islands of this page to life. */
export function boot(components: Record<string, ComponentType>, props: string): void {
  const markers = findMarkers(document.body);
  const all = decode(props) as { props: Record<string, unknown> }[];
  const islands: Islands = {
    components,
    markers,
    props: all.map((item) => item.props),
  };
  for (const root of markers.roots) {
    // Invalid nesting, such as <div> in <p>, makes the browser move one of the markers.
    if (root.start.parentNode !== root.end.parentNode) {
      console.error(
        `Cannot hydrate island "${root.name}": invalid HTML nesting around it`,
      );
      continue;
    }
    later(() => hydrate(islands, root));
  }
}

function hydrate(islands: Islands, root: Markers["roots"][number]): void {
  const component = islands.components[root.name];
  if (component === undefined) return;
  const props = withSlots(islands, islands.props[root.index] ?? {});
  render(h(component, props), containerBetween(root.start, root.end));
}

/** One island after the other, so that none holds up the page. */
function later(task: () => void): void {
  setTimeout(task, 0);
}
