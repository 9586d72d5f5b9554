import { type ComponentChild, type ComponentType, Fragment, h } from "preact";
import { SlotRef } from "../serialize/decode.ts";
import { islandMarker, type Markers } from "./markers.ts";
import { nodesBetween } from "./range.ts";

/** Everything that is known about a page's islands. */
export interface Islands {
  components: Record<string, ComponentType>;
  props: Record<string, unknown>[];
  markers: Markers;
}

/** Replaces references to slots by what the server rendered there. */
export function withSlots(
  islands: Islands,
  props: Record<string, unknown>,
): Record<string, unknown> {
  const entries = Object.entries(props).map(([name, value]) => [
    name,
    value instanceof SlotRef ? h(Fragment, null, slotContent(islands, value)) : value,
  ]);
  return Object.fromEntries(entries);
}

function slotContent(islands: Islands, { id, name }: SlotRef): ComponentChild[] {
  const marker = islands.markers.slots.get(id);
  if (marker !== undefined) {
    return toChildren(islands, nodesBetween(marker.start, marker.end));
  }
  const template = document.getElementById(`frsh-${id}-${name}`);
  return template instanceof HTMLTemplateElement
    ? toChildren(islands, [...template.content.childNodes])
    : [];
}

/** Turns DOM nodes into virtual ones; islands among them become components. */
function toChildren(islands: Islands, nodes: readonly ChildNode[]): ComponentChild[] {
  const children: ComponentChild[] = [];
  const rest = [...nodes];
  for (let node = rest.shift(); node !== undefined; node = rest.shift()) {
    if (node instanceof Text) children.push(node.data);
    if (node instanceof Element) children.push(toElement(islands, node));
    if (!(node instanceof Comment) || !node.data.startsWith("frsh:island:")) {
      continue;
    }
    const inside = takeUntilClosed(rest);
    const { name, index } = islandMarker(node, node);
    const component = islands.components[name];
    if (component !== undefined) {
      children.push(h(component, withSlots(islands, islands.props[index] ?? {})));
    } else {
      children.push(...toChildren(islands, inside));
    }
  }
  return children;
}

function toElement(islands: Islands, element: Element): ComponentChild {
  const props = Object.fromEntries(
    Array.from(element.attributes, ({ name, value }) => [
      name,
      typeof Reflect.get(element, name) === "boolean" ? true : value,
    ]),
  );
  return h(element.localName, props, ...toChildren(islands, [...element.childNodes]));
}

/** Removes the nodes up to the comment that closes an island, and that comment. */
function takeUntilClosed(nodes: ChildNode[]): ChildNode[] {
  let depth = 1;
  const end = nodes.findIndex((node) => {
    if (!(node instanceof Comment)) return false;
    if (node.data.startsWith("frsh:island:")) depth++;
    if (node.data === "/frsh:island") depth--;
    return depth === 0;
  });
  return nodes.splice(0, end === -1 ? nodes.length : end + 1);
}
