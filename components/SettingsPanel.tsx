import type { CallView } from "../call/view.ts";
import { DeviceSettings } from "./DeviceSettings.tsx";
import { useExtraText } from "./extra_text.ts";
import { Panel } from "./Panel.tsx";
import { usePreferences } from "./preferences.ts";
import { Switch } from "./Switch.tsx";
import { useText } from "./text.ts";

interface SettingsPanelProps {
  readonly view: CallView;
  readonly close: () => void;
  readonly showKeys: () => void;
}

export function SettingsPanel({ view, close, showKeys }: SettingsPanelProps) {
  const { keys, settings } = useText().messages;
  const { privacy } = useExtraText();
  const { askFirst, selfView, shortcuts } = usePreferences();

  return (
    <Panel name="settings" heading={settings.heading} close={close}>
      <DeviceSettings view={view} />
      <Switch
        label={settings.lowData}
        hint={settings.lowDataHint}
        on={view.controls.value.lowData}
        onChange={view.setLowData}
      />
      <Switch
        label={privacy.askFirst}
        hint={privacy.askFirstHint}
        on={askFirst.value.value === "on"}
        onChange={(on) => {
          askFirst.set(on ? "on" : "off");
          view.dispatch({ type: "ask-first", on });
        }}
      />
      <Switch
        label={settings.selfView}
        on={selfView.value.value === "shown"}
        onChange={(on) => selfView.set(on ? "shown" : "hidden")}
      />
      <div class="for-keyboards">
        <Switch
          label={settings.shortcuts}
          hint={settings.shortcutsHint}
          on={shortcuts.value.value === "on"}
          onChange={(on) => shortcuts.set(on ? "on" : "off")}
        />
        <button type="button" class="button quiet" onClick={showKeys}>{keys.heading}</button>
      </div>
    </Panel>
  );
}
