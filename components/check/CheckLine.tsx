import type { ComponentChildren } from "preact";
import type { CheckName, Outcome, Speed } from "../../check/outcome.ts";
import type { CheckMessages } from "../../locales/check/messages.ts";
import { fill } from "../../locales/format.ts";
import { Icon, type IconName } from "../Icon.tsx";

interface CheckLineProps {
  readonly name: CheckName;
  readonly outcome: Outcome;
  readonly messages: CheckMessages;
  readonly children: ComponentChildren;
}

const SIGNS: Readonly<Partial<Record<Outcome["state"], IconName>>> = {
  ok: "check",
  failed: "warning",
};

/** One thing that was tried: how it went, and what to do when it went wrong. */
export function CheckLine({ name, outcome, messages, children }: CheckLineProps) {
  const sign = SIGNS[outcome.state];
  const said = wordsFor(outcome, messages);
  return (
    <li class="check-line" data-name={name} data-state={outcome.state}>
      <span class="check-sign">{sign !== undefined && <Icon name={sign} />}</span>
      <span class="check-name">{messages.checks[name]}</span>
      <span class="check-state">{messages.states[outcome.state]}</span>
      {said !== "" && <p class="hint">{said}</p>}
      {children}
    </li>
  );
}

function wordsFor(outcome: Outcome, messages: CheckMessages): string {
  switch (outcome.state) {
    case "waiting":
    case "running":
      return "";
    case "ok":
      return speedIn(outcome.speed, messages);
    case "failed":
      return [speedIn(outcome.speed, messages), messages.problems[outcome.problem]]
        .filter((part) => part !== "").join(" – ");
    case "omitted":
      return messages.omissions[outcome.why];
  }
}

function speedIn(speed: Speed | null, messages: CheckMessages): string {
  if (speed === null) return "";
  const kbps = String(speed.kbps);
  if (speed.roundTripMs === null) return fill(messages.speed, { kbps });
  return fill(messages.speedAndTime, { kbps, ms: String(speed.roundTripMs) });
}
