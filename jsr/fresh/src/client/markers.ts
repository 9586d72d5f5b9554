/** An island's place in the page. */
export interface IslandMarker {
  name: string;
  /** Index of its props. */
  index: number;
  start: Comment;
  end: Comment;
}

/** Where islands and slots are in a page. */
export interface Markers {
  /** The islands that are in no other island. */
  roots: IslandMarker[];
  /** Slots by id: everything between their two comments. */
  slots: Map<number, { start: Comment; end: Comment }>;
}

/** Finds the comments that the server put around islands and slots. */
export function findMarkers(root: Node): Markers {
  const markers: Markers = { roots: [], slots: new Map() };
  const open: Comment[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const comment = walker.currentNode as Comment;
    if (comment.data.startsWith("frsh:")) open.push(comment);
    if (!comment.data.startsWith("/frsh:")) continue;
    const start = open.pop();
    if (start === undefined) continue;
    const [, kind, id = ""] = start.data.split(":");
    if (kind === "slot") markers.slots.set(Number(id), { start, end: comment });
    if (kind === "island" && open.length === 0) {
      markers.roots.push(islandMarker(start, comment));
    }
  }
  return markers;
}

/** Reads the comment at the start of an island. */
export function islandMarker(start: Comment, end: Comment): IslandMarker {
  const [, , name = "", index = ""] = start.data.split(":");
  return { name, index: Number(index), start, end };
}
