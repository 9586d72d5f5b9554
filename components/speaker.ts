/** Where the call is heard: the loudspeaker one chose, where the browser can send sound to one. */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { findChosen } from "../call/media/found.ts";
import type { CallView } from "../call/view.ts";

/** Firefox tells of no loudspeaker but those the person picked in a window of its own. */
interface Picking {
  selectAudioOutput(): Promise<MediaDeviceInfo>;
}

export function canRouteSound(): boolean {
  return "setSinkId" in HTMLMediaElement.prototype;
}

/** `null`: the browser lists them all by itself. */
export function speakerPicker(): Picking | null {
  const { mediaDevices } = navigator;
  return "selectAudioOutput" in mediaDevices ? mediaDevices as MediaDevices & Picking : null;
}

/** `deviceId` of the loudspeaker to use now; empty: the system's, also while the chosen one is away. */
export function speakerOf({ devices, choices }: Pick<CallView, "devices" | "choices">): string {
  const { speaker } = choices.value;
  const found = findChosen(devices.value, "speaker", speaker);
  return found?.id ?? (speakerPicker() === null ? "" : speaker?.id ?? "");
}

/** Whatever plays in `area` is heard there, also what begins to play later. */
export function useSpeaker(area: RefObject<HTMLElement>, view: CallView): void {
  const isPossible = canRouteSound();
  const speaker = isPossible ? speakerOf(view) : "";
  useEffect(() => {
    const element = area.current;
    if (element === null || !isPossible) return;
    const stop = new AbortController();

    function route(media: HTMLMediaElement) {
      // Unplugged this very moment: the list of devices will say so.
      if (media.sinkId !== speaker) media.setSinkId(speaker).catch(() => {});
    }
    function onLoaded({ target }: Event) {
      if (target instanceof HTMLMediaElement) route(target);
    }
    element.querySelectorAll<HTMLMediaElement>("video, audio").forEach(route);
    element.addEventListener("loadedmetadata", onLoaded, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [speaker]);
}
