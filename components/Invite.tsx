import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useExtraText } from "./extra_text.ts";
import { isGuessable } from "./guessable.ts";
import type { CallView } from "../call/view.ts";
import { QrCode } from "./QrCode.tsx";
import { RecordOffer } from "./RecordOffer.tsx";
import { readableLink, roomPath } from "./room_path.ts";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";
import type { StateOf } from "./types.ts";
import { useCopy } from "./use_copy.ts";
import { useShortcut } from "./use_shortcuts.ts";
import { WhoComesIn } from "./WhoComesIn.tsx";

const ROOM_FOR_CODE = "(min-width: 50rem) and (min-height: 44rem)";

/** Alone in the room: why, and how the friend gets in. */
export function Invite({ view, state }: { view: CallView; state: StateOf<"waiting"> }) {
  const { waiting } = useText().messages;
  const { privacy } = useExtraText();
  const link = location.origin + roomPath(state.room);
  const { outcome, copy } = useCopy(link);
  const showsCode = useSignal(false);
  useEffect(() => {
    showsCode.value = matchMedia(ROOM_FOR_CODE).matches;
  }, []);
  useShortcut("c", copy);

  return (
    <section class="side">
      <div class="panel invite">
        <h1>{waiting.heading}</h1>
        {/* The status over the picture says it, too, and is heard. */}
        <p>{waiting[state.because]}</p>
        <RecordOffer view={view} />
        <div role="group" aria-label={waiting.link}>
          <p class="link">{readableLink(location.origin, state.room)}</p>
        </div>
        <div class="actions">
          <button type="button" class="button primary" aria-keyshortcuts="C" onClick={copy}>
            <SeatIcon name={outcome === "copied" ? "check" : "copy"} />
            {waiting.copy}
          </button>
          <ShareButton link={link} />
        </div>
        <p class="hint outcome" role="status">
          {outcome === "copied" && waiting.copied}
          {outcome === "failed" && waiting.copyFailed}
        </p>
        <button
          type="button"
          class="button quiet"
          aria-expanded={showsCode.value}
          onClick={() => showsCode.value = !showsCode.value}
        >
          <SeatIcon name="code" />
          {showsCode.value ? waiting.hideCode : waiting.showCode}
        </button>
        {showsCode.value && <QrCode text={link} />}
        {isGuessable(state.room) && <p class="hint">{privacy.guessableRoom}</p>}
        <WhoComesIn />
      </div>
    </section>
  );
}

function ShareButton({ link }: { link: string }) {
  const { waiting } = useText().messages;
  if (typeof navigator.share !== "function") return null;

  async function share() {
    try {
      await navigator.share({ title: "Duet", text: waiting.shareText, url: link });
    } catch {
      // The person closed the sheet.
    }
  }
  return (
    <button type="button" class="button" onClick={share}>
      <SeatIcon name="share" />
      {waiting.share}
    </button>
  );
}
