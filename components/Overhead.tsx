import type { CallState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import { CallInfo } from "./CallInfo.tsx";
import { Newcomer } from "./Newcomer.tsx";
import { Notices } from "./Notices.tsx";
import type { PanelSignal } from "./open_panel.ts";
import { RecordMarks } from "./RecordMarks.tsx";
import { RecordOffer } from "./RecordOffer.tsx";
import { StatusPills } from "./StatusPills.tsx";
import { VerifyMark } from "./VerifyMark.tsx";
import { useText } from "./text.ts";

interface OverheadProps {
  readonly view: CallView;
  readonly state: CallState;
  readonly panel: PanelSignal;
}

/** What is said over the pictures; empty before there is a seat, so that what comes is heard. */
export function Overhead({ view, state, panel }: OverheadProps) {
  const { call } = useText().messages;
  const inCall = "peer" in state && state.name !== "waiting" ? state : null;
  return (
    <>
      {inCall !== null && <h1 class="unseen">{fill(call.heading, { room: inCall.room })}</h1>}
      <div class="overhead">
        {inCall !== null && <CallInfo view={view} state={inCall} panel={panel} />}
        <StatusPills view={view} state={state} />
        <RecordMarks view={view} />
        <VerifyMark view={view} panel={panel} />
        {inCall !== null && <Newcomer state={inCall} dispatch={view.dispatch} />}
        {inCall !== null && <RecordOffer view={view} />}
        <Notices view={view} state={state} panel={panel} />
      </div>
    </>
  );
}
