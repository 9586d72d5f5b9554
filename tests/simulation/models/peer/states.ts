/** One state out of several (WebRTC 1.0, 4.3.3). */
import type { Association } from "./association.ts";

export function connectionStateOf(
  ice: RTCIceConnectionState,
  association: Association | null,
  dtlsFailed: boolean,
): RTCPeerConnectionState {
  if (dtlsFailed || ice === "failed") return "failed";
  if (ice === "disconnected") return "disconnected";
  if (ice === "new" || ice === "closed") return "new";
  const secured = association !== null && association.state !== "connecting";
  return ice !== "checking" && secured ? "connected" : "connecting";
}
