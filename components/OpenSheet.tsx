import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { KeysPanel } from "./KeysPanel.tsx";
import type { PanelSignal } from "./open_panel.ts";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { VerifyPanel } from "./VerifyPanel.tsx";

interface OpenSheetProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: PanelSignal;
}

/** The sheet that is open over the pictures, if any. */
export function OpenSheet({ view, state, panel }: OpenSheetProps) {
  function close() {
    panel.value = null;
  }
  switch (panel.value) {
    case "settings":
      return <SettingsPanel view={view} close={close} showKeys={() => panel.value = "keys"} />;
    case "keys":
      return <KeysPanel close={close} />;
    case "figures":
      // Alone in the room there is no connection to tell of.
      return state.name === "waiting"
        ? null
        : <FiguresPanel view={view} close={close} verify={() => panel.value = "verify"} />;
    case "verify":
      return state.name === "waiting" ? null : <VerifyPanel view={view} close={close} />;
    default:
      return null;
  }
}
