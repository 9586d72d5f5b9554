/** Which tracks of one end arrive at the other now. */
import type { PeerConnection } from "./peer_connection.ts";
import { receives, sends } from "./sdp.ts";

/** Lets packets flow, or stop, at the other end's receivers. */
export function passMedia(pc: PeerConnection): void {
  const { association } = pc;
  const other = association?.other(pc);
  if (association == null || other === undefined) return;
  const on = association.state === "connected" && pc.ice.sends;
  for (const { mid, currentDirection, sender } of pc.getTransceivers()) {
    const theirs = other.getTransceivers().find((transceiver) => transceiver.mid === mid);
    if (theirs === undefined || mid === null) continue;
    const agreed = sends(currentDirection) && receives(theirs.currentDirection);
    theirs.inbound.set(on && agreed && sender.live);
  }
}

/** Whether any packet leaves this end now. */
export function sendsMedia(pc: PeerConnection): boolean {
  if (pc.association?.state !== "connected" || !pc.ice.sends) return false;
  return pc.getTransceivers().some(({ sender, currentDirection }) =>
    sender.live && sends(currentDirection)
  );
}

/** The other end may show pictures from now on. */
export function passKeyFrame(pc: PeerConnection): void {
  const theirs = pc.association?.other(pc).getTransceivers() ?? [];
  for (const { kind, inbound } of theirs) if (kind === "video") inbound.keyFrame();
}
