/** What is missing and why, in words that agree with each other. */
import type { MediaProblem } from "../call/machine/state.ts";
import type { Messages } from "../locales/messages.ts";

export interface BlockedWords {
  readonly heading: string;
  readonly cause: string;
}

export function blockedWords(problem: MediaProblem, words: Messages["blocked"]): BlockedWords {
  const [one, ...others] = problem.devices;
  const missing = one === undefined || others.length > 0 ? "both" : one;
  const { cause } = problem;
  // A page that is not secure gets neither, whatever the browser names.
  if (cause === "insecure") return { heading: words.headings.both, cause: words.insecure };
  return { heading: words.headings[missing], cause: words.causes[cause][missing] };
}
