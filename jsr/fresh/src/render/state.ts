import type { JSX } from "preact";
import type { Build, Island } from "../build.ts";

/** What rendering one page collects. */
export class RenderState {
  /** Allows this page's inline scripts and styles. */
  readonly nonce: string = crypto.randomUUID().replaceAll("-", "");
  readonly islands: Set<Island> = new Set();
  readonly islandProps: string[] = [];
  /** Elements that `<Head>` moves to the document's head, by what makes them the same. */
  readonly head: Map<string, JSX.Element> = new Map();
  /** Which of html, head and body the page has rendered itself. */
  readonly seen: Set<string> = new Set();

  constructor(readonly build: Build) {}
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
