import { useSignal } from "@preact/signals";
import type { CallView } from "../call/view.ts";
import { DeviceSelect } from "./DeviceSelect.tsx";
import { useExtraText } from "./extra_text.ts";
import { LevelMeter } from "./LevelMeter.tsx";
import { SeatIcon } from "./SeatIcon.tsx";
import { canRouteSound, speakerOf, speakerPicker } from "./speaker.ts";
import { Switch } from "./Switch.tsx";

/** Camera, microphone and loudspeaker: which, how loud, and what is done to the sound. */
export function DeviceSettings({ view }: { view: CallView }) {
  const { devices } = useExtraText();
  const { noiseSuppression, echoCancellation, autoGainControl } = view.choices.value;
  return (
    <div class="devices">
      <DeviceSelect view={view} kind="camera" />
      <DeviceSelect view={view} kind="microphone" />
      <LevelMeter track={view.local.value?.getAudioTracks()[0] ?? null} />
      {canRouteSound() && <DeviceSelect view={view} kind="speaker" />}
      <div class="device-actions">
        <TestSound view={view} />
        <OtherSpeaker view={view} />
      </div>
      <Switch
        label={devices.noiseSuppression}
        on={noiseSuppression}
        onChange={(on) => view.choose({ noiseSuppression: on })}
      />
      <Switch
        label={devices.echoCancellation}
        on={echoCancellation}
        onChange={(on) => view.choose({ echoCancellation: on })}
      />
      <Switch
        label={devices.autoGain}
        hint={devices.autoGainHint}
        on={autoGainControl}
        onChange={(on) => view.choose({ autoGainControl: on })}
      />
    </div>
  );
}

function TestSound({ view }: { view: CallView }) {
  const { devices } = useExtraText();
  const isPlaying = useSignal(false);

  async function play() {
    if (isPlaying.value) return;
    isPlaying.value = true;
    try {
      const { playTestSound } = await import("../call/page/test_sound.ts");
      await playTestSound(speakerOf(view));
    } catch {
      // Not heard: that is what the person wants to find out.
    } finally {
      isPlaying.value = false;
    }
  }
  return (
    <button type="button" class="button quiet" aria-disabled={isPlaying.value} onClick={play}>
      <SeatIcon name="sound" />
      {devices.testSound}
    </button>
  );
}

/** Where the browser shows the loudspeakers in a window of its own. */
function OtherSpeaker({ view }: { view: CallView }) {
  const { devices } = useExtraText();
  const picker = speakerPicker();
  if (picker === null || !canRouteSound()) return null;

  async function pick() {
    try {
      const { deviceId, label } = await picker?.selectAudioOutput() ?? { deviceId: "", label: "" };
      view.choose({ speaker: deviceId === "" ? null : { id: deviceId, label } });
    } catch {
      // The person closed the window.
    }
  }
  return <button type="button" class="button quiet" onClick={pick}>{devices.otherSpeaker}</button>;
}
