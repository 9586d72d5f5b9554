import type { PromptNotice as Notice } from "../call/machine/state.ts";
import { fill, inSeconds } from "../locales/format.ts";
import { Icon } from "./Icon.tsx";
import { type Text, useText } from "./text.ts";
import { useChanges } from "./use_changes.ts";

const MS_PER_SECOND = 1_000;

interface PromptNoticeProps {
  readonly id: string;
  readonly notice: Notice | null;
}

/** Why the person is asked again; said anew each time, even in the same words. */
export function PromptNotice({ id, notice }: PromptNoticeProps) {
  const text = useText();
  const count = useChanges(notice);
  if (notice === null) return null;
  return (
    <p
      key={count}
      id={id}
      class="notice"
      role="alert"
      data-tone={notice.kind === "cancelled" ? "calm" : undefined}
    >
      {/* Whoever cancels did nothing wrong. */}
      {notice.kind !== "cancelled" && <Icon name="warning" />}
      <span>{wordsOf(notice, text)}</span>
    </p>
  );
}

function wordsOf(notice: Notice, { locale, messages }: Text): string {
  const { notices } = messages.prompt;
  switch (notice.kind) {
    case "bad-name":
      return notices[notice.problem];
    case "cancelled":
    case "unavailable":
      return notices[notice.kind];
    case "too-many": {
      if (notice.retryInMs === null) return notices["too-many"];
      const when = inSeconds(locale, Math.ceil(notice.retryInMs / MS_PER_SECOND));
      return `${notices["too-many"]} ${fill(notices["too-many-retry"], { when })}`;
    }
  }
}
