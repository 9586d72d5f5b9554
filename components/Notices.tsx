import type { CallState } from "../call/machine/state.ts";
import type { CallView, Notice } from "../call/view.ts";
import { type NoticeAction, type NoticeWords, noticeWords, pressing } from "./notice_words.ts";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import { useOnPage } from "./use_on_page.ts";
import { play } from "./use_stream.ts";

interface NoticesProps {
  readonly view: CallView;
  readonly state: CallState;
}

/** What the person should know or can do, under the status pills: two things at most. */
export function Notices({ view, state }: NoticesProps) {
  const { notices } = useText().messages;
  const isOnPage = useOnPage();
  const shown = isOnPage && "peer" in state ? pressing(withNoPath(view.notices.value, state)) : [];
  const cards = shown.map((notice) => ({
    key: keyOf(notice),
    words: noticeWords(notice, notices),
  }));

  return (
    <div class="notices">
      {cards.map(({ key, words }) => {
        if (words === null) return <TapToHear key={key} view={view} />;
        return words.role === "alert" && <NoticeCard key={key} words={words} view={view} />;
      })}
      {/* Here before there is anything to say: what comes into it is heard. */}
      <div class="notices-said" role="status">
        {cards.map(({ key, words }) =>
          words?.role === "status" && <NoticeCard key={key} words={words} view={view} />
        )}
      </div>
    </div>
  );
}

function NoticeCard(
  { words: { role, text, action }, view }: { words: NoticeWords; view: CallView },
) {
  return (
    <div class="toast glass" role={role === "alert" ? role : undefined} data-tone={role}>
      <p>{text}</p>
      {action !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => act(action.does, view)}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}

function act(action: NoticeAction, view: CallView): void {
  switch (action.type) {
    case "resume":
      return view.resumeDevice(action.device);
    case "try-connection":
      return view.dispatch(action);
    case "reload":
      return location.reload();
  }
}

/** The tap is what the browser wants before it lets the friend be heard. */
function TapToHear({ view }: { view: CallView }) {
  const { notices } = useText().messages;

  function hear(event: Event) {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const videos = event.currentTarget.closest(".stage")?.querySelectorAll<HTMLVideoElement>(
      ".friend video, .screen video",
    );
    for (const video of videos ?? []) play(video, view.reportPlayback);
  }
  return (
    <button type="button" class="button primary hear" onClick={hear}>
      <SeatIcon name="sound" />
      {notices.tapToHear}
    </button>
  );
}

/** The state knows of a missing path as well; it is said once. */
function withNoPath(notices: readonly Notice[], state: CallState): readonly Notice[] {
  const isMissing = "noPath" in state && state.noPath;
  if (!isMissing || notices.some((notice) => notice.kind === "no-path")) return notices;
  return [{ kind: "no-path" }, ...notices];
}

function keyOf(notice: Notice): string {
  return "device" in notice ? `${notice.kind} ${notice.device}` : notice.kind;
}
