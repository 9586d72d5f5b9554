import { blockedWords } from "./blocked_words.ts";
import { guideFor } from "./guide.ts";
import { detectPlatform } from "./platform.ts";
import { useText } from "./text.ts";
import type { Dispatch, StateOf } from "./types.ts";

interface BlockedProps {
  readonly state: StateOf<"blocked">;
  readonly dispatch: Dispatch;
}

/** No camera or microphone: that both are required, why it failed, and what to do about it. */
export function Blocked({ state: { problem, retrying }, dispatch }: BlockedProps) {
  const { blocked, guides } = useText().messages;
  const platform = detectPlatform(navigator.userAgent, navigator.maxTouchPoints);
  const steps = guideFor(guides, { cause: problem.cause, ...platform });
  const { heading, cause } = blockedWords(problem, blocked);

  return (
    <section class="side">
      <div class="panel">
        <div role="alert" key={String(retrying)}>
          <h1>{heading}</h1>
          <p class="lead">{blocked.required} {cause}</p>
        </div>
        <h2>{blocked.steps}</h2>
        <ol class="steps">
          {steps.map((step) => <li key={step}>{step}</li>)}
        </ol>
        <div class="actions in-sight">
          <button
            type="button"
            class="button primary"
            data-focus
            aria-disabled={retrying}
            onClick={() => retrying || dispatch({ type: "try-again" })}
          >
            {retrying ? blocked.trying : blocked.tryAgain}
          </button>
          {problem.cause === "insecure"
            ? <SecureLink text={blocked.openSecure} />
            : <a class="button" href="/check">{blocked.check}</a>}
        </div>
      </div>
    </section>
  );
}

function SecureLink({ text }: { text: string }) {
  return <a class="button" href={location.href.replace(/^http:/, "https:")}>{text}</a>;
}
