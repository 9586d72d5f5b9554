import type { CallState } from "../call/machine/state.ts";
import { ChatPanel } from "./ChatPanel.tsx";
import { Door } from "./Door.tsx";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { KeysPanel } from "./KeysPanel.tsx";
import { MorePanel } from "./MorePanel.tsx";
import { ReactionsPanel } from "./ReactionsPanel.tsx";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { type ActionsOptions, useActions } from "./use_actions.ts";
import { type Draft, useDraft } from "./use_draft.ts";
import { VerifyPanel } from "./VerifyPanel.tsx";

export interface SheetsProps extends Omit<ActionsOptions, "state"> {
  readonly state: CallState;
}

/** The sheet that is open, if any, and over it whoever is at the door. */
export function Sheets(props: SheetsProps) {
  return (
    <>
      <OpenSheet {...props} />
      <Door state={props.state} dispatch={props.view.dispatch} />
    </>
  );
}

function OpenSheet(props: SheetsProps) {
  const { view, state, panel } = props;
  const extras = view.extras.value;
  // Here, since it outlives the panel it is written in.
  const draft = useDraft({ extras, holder: "peer" in state ? state.peer?.holder ?? null : null });
  function close() {
    panel.value = null;
  }
  switch (panel.value) {
    case null:
      return null;
    case "settings":
      return <SettingsPanel view={view} close={close} showKeys={() => panel.value = "keys"} />;
    case "keys":
      return <KeysPanel close={close} />;
    default:
      return "peer" in state
        ? <SeatSheets {...props} state={state} draft={draft} close={close} />
        : null;
  }
}

interface SeatSheetsProps extends ActionsOptions {
  readonly draft: Draft;
  readonly close: () => void;
}

/** Those of a call. */
function SeatSheets(props: SeatSheetsProps) {
  const { view, state, panel, draft, close } = props;
  const extras = view.extras.value;
  const actions = useActions(props);
  switch (panel.value) {
    case "chat":
      return <ChatPanel view={view} state={state} draft={draft} close={close} />;
    case "figures":
      return <FiguresPanel view={view} close={close} verify={() => panel.value = "verify"} />;
    case "verify":
      return <VerifyPanel view={view} close={close} />;
    case "more":
      return <MorePanel actions={actions} close={close} />;
    case "reactions":
      return extras && <ReactionsPanel reactions={extras.reactions} close={close} />;
    default:
      return null;
  }
}
