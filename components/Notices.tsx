import type { SeatedState } from "../call/machine/state.ts";
import type { CallView, Notice } from "../call/view.ts";
import { Icon } from "./Icon.tsx";
import { type NoticeWords, noticeWords } from "./notice_words.ts";
import { useText } from "./text.ts";
import { play } from "./use_stream.ts";

interface NoticesProps {
  readonly view: CallView;
  readonly state: SeatedState;
}

/** What the person should know or can do, under the status pills. */
export function Notices({ view, state }: NoticesProps) {
  const { notices } = useText().messages;
  const shown = withNoPath(view.notices.value, state);
  return (
    <div class="notices">
      {shown.map((notice) => {
        const words = noticeWords(notice, notices);
        return words === null
          ? <TapToHear key={notice.kind} view={view} />
          : <NoticeCard key={keyOf(notice)} words={words} view={view} />;
      })}
    </div>
  );
}

function NoticeCard({ words, view }: { words: NoticeWords; view: CallView }) {
  const { action } = words;
  return (
    <div class="toast glass" role={words.role} data-tone={words.role}>
      <p>{words.text}</p>
      {action !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => view.resumeDevice(action.resume)}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}

/** The tap is what the browser wants before it lets the friend be heard. */
function TapToHear({ view }: { view: CallView }) {
  const { notices } = useText().messages;

  function hear(event: Event) {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const video = event.currentTarget.closest(".stage")?.querySelector<HTMLVideoElement>(
      ".friend video",
    );
    if (video) play(video, view.reportPlayback);
  }
  return (
    <button type="button" class="button primary hear" onClick={hear}>
      <Icon name="sound" />
      {notices.tapToHear}
    </button>
  );
}

/** The state knows of a missing path as well; it is said once. */
function withNoPath(notices: readonly Notice[], state: SeatedState): readonly Notice[] {
  const isMissing = "noPath" in state && state.noPath;
  if (!isMissing || notices.some((notice) => notice.kind === "no-path")) return notices;
  return [{ kind: "no-path" }, ...notices];
}

function keyOf(notice: Notice): string {
  return "device" in notice ? `${notice.kind} ${notice.device}` : notice.kind;
}
