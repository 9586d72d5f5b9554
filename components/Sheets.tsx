import type { Signal } from "@preact/signals";
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { ChatPanel } from "./ChatPanel.tsx";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { KeysPanel } from "./KeysPanel.tsx";
import type { PanelSignal } from "./open_panel.ts";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { VerifyPanel } from "./VerifyPanel.tsx";

export interface SheetsProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: PanelSignal;
  /** The message that is not sent yet. */
  readonly draft: Signal<string>;
}

/** The sheet that is open, if any. Nobody needs it to join. */
export function Sheets({ view, state, panel, draft }: SheetsProps) {
  function close() {
    panel.value = null;
  }
  switch (panel.value) {
    case "chat":
      return <ChatPanel view={view} state={state} draft={draft} close={close} />;
    case "settings":
      return <SettingsPanel view={view} close={close} showKeys={() => panel.value = "keys"} />;
    case "keys":
      return <KeysPanel close={close} />;
    case "figures":
      return <FiguresPanel view={view} close={close} verify={() => panel.value = "verify"} />;
    case "verify":
      return <VerifyPanel view={view} close={close} />;
    case null:
      return null;
  }
}
