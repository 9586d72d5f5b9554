import { ChatPanel } from "./ChatPanel.tsx";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { KeysPanel } from "./KeysPanel.tsx";
import { MorePanel } from "./MorePanel.tsx";
import { ReactionsPanel } from "./ReactionsPanel.tsx";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { type ActionsOptions, useActions } from "./use_actions.ts";
import { useDraft } from "./use_draft.ts";
import { VerifyPanel } from "./VerifyPanel.tsx";

/** The sheet that is open, if any. Nobody needs it to join. */
export function Sheets(props: ActionsOptions) {
  const { view, state, panel } = props;
  const extras = view.extras.value;
  const draft = useDraft({ extras, holder: state.peer?.holder ?? null });
  const actions = useActions(props);
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
    case "more":
      return <MorePanel actions={actions} close={close} />;
    case "reactions":
      return extras && <ReactionsPanel reactions={extras.reactions} close={close} />;
    case null:
      return null;
  }
}
