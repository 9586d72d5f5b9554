import type { ComponentChildren, JSX } from "preact";
import type { Build, Island } from "../build.ts";

/** JSX passed to an island. */
export interface SlotContent {
  id: number;
  /** Name of the prop it was passed as. */
  name: string;
  content: ComponentChildren;
  /** Whether the island put it on the page. */
  rendered: boolean;
}

/** What rendering one page collects. */
export class RenderState {
  /** Allows this page's inline scripts and styles. */
  readonly nonce: string = crypto.randomUUID().replaceAll("-", "");
  readonly islands: Set<Island> = new Set();
  readonly islandProps: { props: object }[] = [];
  readonly slots: SlotContent[] = [];
  /** Elements that `<Head>` moves to the document's head, by what makes them the same. */
  readonly head: Map<string, JSX.Element> = new Map();
  readonly seen: Set<string> = new Set();
  headFilled = false;
  booted = false;

  constructor(
    readonly build: Build,
    /** The page's URL. */
    readonly url: URL,
    /** The page's path prefix, for script URLs. */
    readonly basePath: string,
    /** What the page is an error page for. */
    readonly error: unknown,
  ) {}
}

let current: RenderState | null = null;

/** The page that is being rendered now; rendering never waits, so there is at most one. */
export function renderState(): RenderState | null {
  return current;
}

/** Runs `render` as the rendering of the page with this state. */
export function withRenderState<T>(state: RenderState, render: () => T): T {
  current = state;
  try {
    return render();
  } finally {
    current = null;
  }
}
