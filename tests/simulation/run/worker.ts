/** One core's share of a simulation: ranges of lives in, tallies out. */
import { type Range, runLives } from "./lives.ts";

/** Typed as far as it is used: the DOM's `self` is a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Range>) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = async ({ data }) => {
  scope.postMessage(await runLives(data));
};
