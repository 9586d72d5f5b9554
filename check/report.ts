/** The report a person can copy: English, for whoever helps, and without a single address. */
import { CHECKS, type Outcome, type Outcomes, type Speed } from "./outcome.ts";

export interface ReportHead {
  /** `navigator.userAgent`. */
  readonly userAgent: string;
  readonly language: string;
  /** Of the report, ms since the Unix epoch. */
  readonly at: number;
}

export function reportOf(outcomes: Outcomes, { userAgent, language, at }: ReportHead): string {
  const lines = CHECKS.map((name) => `${name}: ${inWords(outcomes[name])}`);
  return [
    `Duet check, ${new Date(at).toISOString()}`,
    `${userAgent}, ${language}`,
    ...lines,
    "",
  ].join("\n");
}

function inWords(outcome: Outcome): string {
  switch (outcome.state) {
    case "waiting":
      return "not checked";
    case "running":
      return "under way";
    case "ok":
      return `ok${speedOf(outcome.speed)}`;
    case "failed":
      return `not ok, ${outcome.problem}${speedOf(outcome.speed)}`;
    case "omitted":
      return `left out, ${outcome.why}`;
  }
}

function speedOf(speed: Speed | null): string {
  if (speed === null) return "";
  const roundTrip = speed.roundTripMs === null ? "" : `, ${speed.roundTripMs} ms there and back`;
  return `, ${speed.kbps} kbit/s${roundTrip}`;
}
