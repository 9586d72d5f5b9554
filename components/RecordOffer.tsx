import { useState } from "preact/hooks";
import type { Kept } from "../call/recording/parts.ts";
import type { Recording } from "../call/recording/recording.ts";
import type { CallView } from "../call/view.ts";
import { clock, fill } from "../locales/format.ts";
import type { Locale } from "../locales/messages.ts";
import { useExtraText } from "./extra_text.ts";
import { useText } from "./text.ts";

/** Why a recording ended, and what becomes of its file; over the pictures, or after the call. */
export function RecordOffer({ view }: { view: CallView }) {
  const recording = view.extras.value?.recording;
  const kept = recording?.kept.value[0];
  const news = recording?.news.value ?? null;
  const isUnderWay = recording === undefined || recording.own.value.is !== "off";
  return (
    <div class="record-offer" role="status">
      {!isUnderWay && kept !== undefined && (
        <Offer key={kept.id} kept={kept} recording={recording} />
      )}
      {!isUnderWay && kept === undefined && news !== null && <News recording={recording} />}
    </div>
  );
}

interface OfferProps {
  readonly kept: Kept;
  readonly recording: Recording;
}

function Offer({ kept, recording }: OfferProps) {
  const { locale } = useText();
  const { recording: text } = useExtraText();
  const [isSure, setSure] = useState(false);
  const news = recording.news.value;
  const what = fill(text.kept, {
    time: dayAndTime(locale, kept.startedAt),
    length: clock(kept.lengthMs),
  });

  return (
    <div class="toast glass ask">
      {news !== null && news !== "saved" && <p>{text.ends[news]}</p>}
      <p>{kept.isSaved ? text.saved : what}</p>
      <div class="actions">
        {isSure
          ? (
            <>
              <button type="button" class="button" onClick={() => setSure(false)}>
                {text.keep}
              </button>
              <button
                type="button"
                class="button danger"
                onClick={() => recording.decline(kept.id)}
              >
                {text.declineSure}
              </button>
            </>
          )
          : (
            <>
              <button
                type="button"
                class="button primary"
                onClick={() => recording.save(kept.id)}
              >
                {text.save}
              </button>
              {kept.isSaved
                ? (
                  <button type="button" class="button" onClick={recording.dismiss}>
                    {text.done}
                  </button>
                )
                : (
                  <button type="button" class="button" onClick={() => setSure(true)}>
                    {text.decline}
                  </button>
                )}
            </>
          )}
      </div>
    </div>
  );
}

/** Of what left no file. */
function News({ recording }: { recording: Recording }) {
  const { recording: text } = useExtraText();
  const news = recording.news.value;
  return news && <p class="toast glass">{text.ends[news]}</p>;
}

/** "1 May 2026, 18:30" */
function dayAndTime(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}
