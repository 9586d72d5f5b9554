import {
  type CheckName,
  CHECKS,
  isOver,
  type Outcome,
  type Outcomes,
} from "../../check/outcome.ts";
import type { CheckMessages } from "../../locales/check/messages.ts";
import { Logo } from "../Logo.tsx";
import { CheckLine } from "./CheckLine.tsx";
import { Loudspeaker } from "./Loudspeaker.tsx";
import { Report } from "./Report.tsx";

export interface CheckScreenProps {
  readonly messages: CheckMessages;
  readonly outcomes: Outcomes;
  readonly started: boolean;
  readonly start: () => void;
  readonly tell: (name: CheckName, outcome: Outcome) => void;
}

export function CheckScreen({ messages, outcomes, started, start, tell }: CheckScreenProps) {
  const over = started && isOver(outcomes);
  const busy = started && !over;
  return (
    <main class="check" data-check={over ? "done" : busy ? "running" : "waiting"}>
      <header class="bar">
        <a class="brand" href="/">
          <Logo />
          Duet
        </a>
      </header>
      <h1>{messages.title}</h1>
      <p class="lead">{messages.explain}</p>
      {!started && <p class="hint">{messages.camera}</p>}
      <div class="actions">
        <button type="button" class="button primary" onClick={start} disabled={busy}>
          {started ? messages.again : messages.start}
        </button>
        <a class="button" href="/">{messages.back}</a>
      </div>
      <p class="hint" role="status">
        {busy ? messages.running : over ? messages.done : ""}
      </p>
      <ul class="check-list">
        {CHECKS.map((name) => (
          <CheckLine key={name} name={name} outcome={outcomes[name]} messages={messages}>
            {name === "loudspeaker" && (
              <Loudspeaker
                messages={messages.tone}
                tell={(outcome) => tell("loudspeaker", outcome)}
              />
            )}
          </CheckLine>
        ))}
      </ul>
      {over && <Report messages={messages} outcomes={outcomes} />}
    </main>
  );
}
