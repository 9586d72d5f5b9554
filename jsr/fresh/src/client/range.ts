/**
 * A container for Preact that consists of the nodes between two others, because several islands may share
 * one parent.
 */
export function containerBetween(start: ChildNode, end: ChildNode): Element {
  const parent = start.parentNode;
  const between = () => nodesBetween(start, end);
  const container = {
    nodeType: Node.ELEMENT_NODE,
    parentNode: parent,
    get firstChild() {
      return between()[0] ?? null;
    },
    get childNodes() {
      return between();
    },
    contains: (node: Node | null) => between().some((child) => child.contains(node)),
    insertBefore: (node: Node, before: Node | null) => parent?.insertBefore(node, before ?? end),
    appendChild: (node: Node) => parent?.insertBefore(node, end),
    removeChild: (node: Node) => parent?.removeChild(node),
  };
  // Preact uses nothing else of a container.
  return container as unknown as Element;
}

/** The siblings after `start` and before `end`. */
function nodesBetween(start: ChildNode, end: ChildNode): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node = start.nextSibling; node !== null && node !== end; node = node.nextSibling) {
    nodes.push(node);
  }
  return nodes;
}
