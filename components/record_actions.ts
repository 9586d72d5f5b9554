import type { CallView } from "../call/view.ts";
import type { Action } from "./actions.ts";
import { useExtraText } from "./extra_text.ts";

/** "Record", where the browser can; the same button stops it. */
export function useRecordActions(view: CallView): readonly Action[] {
  const { recording: text } = useExtraText();
  const recording = view.extras.value?.recording;
  if (recording === undefined || !recording.isPossible.value) return [];
  const isOff = recording.own.value.is === "off" || recording.own.value.is === "ending";
  return [{
    icon: isOff ? "record" : "record-off",
    label: isOff ? text.start : text.stop,
    place: "wide",
    run: isOff ? recording.start : recording.stop,
  }];
}
