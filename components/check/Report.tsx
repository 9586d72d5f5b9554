import { useMemo } from "preact/hooks";
import { reportOf } from "../../check/report.ts";
import type { Outcomes } from "../../check/outcome.ts";
import type { CheckMessages } from "../../locales/check/messages.ts";
import { useCopy } from "../use_copy.ts";
import { Icon } from "../Icon.tsx";

interface ReportProps {
  readonly messages: CheckMessages;
  readonly outcomes: Outcomes;
}

/** What can be handed to somebody who helps. */
export function Report({ messages, outcomes }: ReportProps) {
  const text = useMemo(() => {
    const { userAgent, language } = navigator;
    return reportOf(outcomes, { userAgent, language, at: Date.now() });
  }, [outcomes]);
  const { outcome, copy } = useCopy(text);
  return (
    <section class="check-report" aria-label={messages.report}>
      <button type="button" class="button" onClick={copy}>
        <Icon name="copy" />
        {messages.copy}
      </button>
      <p class="hint" role="status">
        {outcome === "copied" ? messages.copied : outcome === "failed" ? messages.notCopied : ""}
      </p>
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}
