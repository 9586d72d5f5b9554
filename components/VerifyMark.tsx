import type { CallView } from "../call/view.ts";
import { useExtraText } from "./extra_text.ts";
import type { PanelSignal } from "./open_panel.ts";
import { SeatIcon } from "./SeatIcon.tsx";

interface VerifyMarkProps {
  readonly view: CallView;
  readonly panel: PanelSignal;
}

/** That nobody is in between, while it is proved; and that it no longer is, where it once was. */
export function VerifyMark({ view, panel }: VerifyMarkProps) {
  const { verify } = useExtraText();
  const { is } = view.verification.value;
  return (
    <div class="pills" role="status">
      {is === "verified" && (
        <p class="pill glass fades" data-kind="verified">
          <SeatIcon name="lock" />
          {verify.verified}
        </p>
      )}
      {is === "unproven" && panel.value !== "verify" && (
        <div class="toast glass ask">
          <p>{verify.changed}</p>
          <div class="actions">
            <button type="button" class="button primary" onClick={() => panel.value = "verify"}>
              {verify.again}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
