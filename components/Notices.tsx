import type { CallState } from "../call/machine/state.ts";
import type { CallView, Notice } from "../call/view.ts";
import { useExtraText } from "./extra_text.ts";
import { type NoticeAction, type NoticeWords, noticeWords, pressing } from "./notice_words.ts";
import type { PanelSignal } from "./open_panel.ts";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import { useOnPage } from "./use_on_page.ts";
import { play } from "./use_stream.ts";

interface NoticesProps {
  readonly view: CallView;
  readonly state: CallState;
  readonly panel: PanelSignal;
}

/** What the person should know or can do, under the status pills: two things at most. */
export function Notices({ view, state, panel }: NoticesProps) {
  const { notices } = useText().messages;
  const { hearing } = useExtraText();
  const isOnPage = useOnPage();
  const shown = isOnPage && "peer" in state ? pressing(withNoPath(view.notices.value, state)) : [];
  const cards = shown.map((notice) => ({
    key: keyOf(notice),
    words: noticeWords(notice, { notices, hearing }),
  }));

  function act(action: NoticeAction): void {
    switch (action.type) {
      case "resume":
        return view.resumeDevice(action.device);
      case "try-connection":
        return view.dispatch(action);
      case "choose-device":
        panel.value = "settings";
        return;
      case "reload":
        return location.reload();
    }
  }

  return (
    <div class="notices">
      {cards.map(({ key, words }) => {
        if (words === null) return <TapToHear key={key} view={view} />;
        return words.role === "alert" && <NoticeCard key={key} words={words} act={act} />;
      })}
      {/* Here before there is anything to say: what comes into it is heard. */}
      <div class="notices-said" role="status">
        {cards.map(({ key, words }) =>
          words?.role === "status" && <NoticeCard key={key} words={words} act={act} />
        )}
      </div>
    </div>
  );
}

function NoticeCard(
  { words: { role, text, action }, act }: {
    words: NoticeWords;
    act: (action: NoticeAction) => void;
  },
) {
  return (
    <div class="toast glass" role={role === "alert" ? role : undefined} data-tone={role}>
      <p>{text}</p>
      {action !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => act(action.does)}
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
    const videos = event.currentTarget.closest(".stage")?.querySelectorAll<HTMLVideoElement>(
      ".friend video, .screen video",
    );
    for (const video of videos ?? []) {
      // Whatever turned it down, the person wants to hear.
      if (video.volume === 0) video.volume = 1;
      play(video, view.reportPlayback);
    }
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
  if (notice.kind === "silent-hop") return `${notice.kind} ${notice.hop} ${notice.direction}`;
  return "device" in notice ? `${notice.kind} ${notice.device}` : notice.kind;
}
