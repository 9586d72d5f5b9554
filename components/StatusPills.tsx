import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { type StatusKind, statusLines } from "./status_lines.ts";
import { useText } from "./text.ts";

interface StatusPillsProps {
  readonly view: CallView;
  readonly state: SeatedState;
}

const ICONS: Readonly<Partial<Record<StatusKind, IconName>>> = {
  weak: "warning",
  offline: "warning",
  offlineWaiting: "warning",
  friendMuted: "mic-off",
  friendCameraOff: "camera-off",
  friendVideoPaused: "camera-off",
};

/** Always on the page while there is a seat, so that screen readers hear what is added. */
export function StatusPills({ view, state }: StatusPillsProps) {
  const { call, status } = useText().messages;
  const { online } = view.call.value;
  const { muted, cameraOff } = view.controls.value;
  const lines = statusLines({ state, online, friend: view.friend.value });

  return (
    <div class="pills" role="status">
      {lines.map((line) => (
        <p key={line} class="pill glass" data-kind={line}>
          {lineIcon(line)}
          {status[line]}
        </p>
      ))}
      {muted && <p key="muted" class="unseen">{call.youAreMuted}</p>}
      {cameraOff && <p key="camera-off" class="unseen">{call.yourCameraIsOff}</p>}
    </div>
  );
}

function lineIcon(line: StatusKind) {
  const icon = ICONS[line];
  return icon === undefined ? <span class="spinner" aria-hidden="true" /> : <Icon name={icon} />;
}
