import { useId } from "preact/hooks";
import { findChosen } from "../call/media/found.ts";
import type { Listed } from "../call/platform.ts";
import type { CallView } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import { type DeviceOption, deviceOptions } from "./device_options.ts";
import { useExtraText } from "./extra_text.ts";

interface DeviceSelectProps {
  readonly view: CallView;
  readonly kind: Listed["kind"];
}

/** One of the cameras, microphones or loudspeakers; says so when the chosen one is not in use. */
export function DeviceSelect({ view, kind }: DeviceSelectProps) {
  const { devices } = useExtraText();
  const id = useId();
  const choice = view.choices.value[kind];
  const options = deviceOptions({ listed: view.devices.value, kind, choice }, devices);
  const found = findChosen(view.devices.value, kind, choice);
  const inUse = inUseOf(view, kind);
  const isListed = options.some((option) => option.id === inUse);
  const value = found?.id ?? (isListed ? inUse : options[0]?.id) ?? "";
  // Where the browser hides them, nobody knows.
  const isTold = view.devices.value.some((each) => each.kind === kind && each.id !== "");
  const isMissing = choice !== null && found === undefined && isTold;
  const isClosed = found !== undefined && isListed && inUse !== found.id;
  const note = isMissing ? devices.missing : isClosed ? devices.closed : null;

  function choose({ currentTarget }: { currentTarget: HTMLSelectElement }) {
    const option = options[currentTarget.selectedIndex];
    if (option !== undefined) view.choose({ [kind]: choiceOf(option, kind) });
  }

  return (
    <div class="device">
      <label for={id}>{devices[kind]}</label>
      <select
        id={id}
        disabled={options.length < 2 && options[0]?.id === ""}
        aria-describedby={note === null ? undefined : `${id}-note`}
        value={value}
        onChange={choose}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id} selected={option.id === value}>
            {option.label}
          </option>
        ))}
      </select>
      {note !== null && (
        // A device that is being opened is not in use for a moment, either.
        <small id={`${id}-note`} class={isMissing ? undefined : "late"}>
          {fill(note, { label: choice?.label ?? "" })}
        </small>
      )}
    </div>
  );
}

/** Which one the browser has open; `null`: it does not tell. */
function inUseOf({ local }: CallView, kind: Listed["kind"]): string | null {
  if (kind === "speaker") return null;
  const stream = local.value;
  const [track] = kind === "camera"
    ? stream?.getVideoTracks() ?? []
    : stream?.getAudioTracks() ?? [];
  return track?.getSettings().deviceId ?? null;
}

/** The system's loudspeaker is no choice of one: it is whichever the system has. */
function choiceOf({ id, label }: DeviceOption, kind: Listed["kind"]) {
  return kind === "speaker" && id === "" ? null : { id, label };
}
