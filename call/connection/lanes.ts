/**
 * The media of a connection, one section of the description each (RFC 8866, 5.14): voice and camera,
 * and beside them a screen with its sound, prepared from the start so that sharing never renegotiates.
 */

/** In the order in which the offerer adds them. */
export const LANES = ["voice", "camera", "screen", "sound"] as const;
export type Lane = typeof LANES[number];

/** What is sent on each; `null`: nothing now. */
export type Tracks = Readonly<Record<Lane, MediaStreamTrack | null>>;

const KINDS = { voice: "audio", camera: "video", screen: "video", sound: "audio" } as const;

/** Adds them to a connection that is to be offered. */
export function addLanes(pc: RTCPeerConnection): void {
  for (const lane of LANES) pc.addTransceiver(KINDS[lane], { direction: "sendrecv" });
}

/**
 * Which lane a transceiver is: the first of a kind is the person's, the second the screen's; `null`:
 * more than Duet itself offers.
 */
export function laneOf(pc: RTCPeerConnection, transceiver: RTCRtpTransceiver): Lane | null {
  const { kind } = transceiver.receiver.track;
  const alike = pc.getTransceivers().filter(({ receiver }) => receiver.track.kind === kind);
  const lanes = LANES.filter((lane) => KINDS[lane] === kind);
  return lanes[alike.indexOf(transceiver)] ?? null;
}

/** The transceiver of a lane; `undefined`: the friend's page offers none. */
export function transceiverOf(pc: RTCPeerConnection, lane: Lane): RTCRtpTransceiver | undefined {
  return pc.getTransceivers().find((transceiver) => laneOf(pc, transceiver) === lane);
}

/** The transceivers of all lanes that both pages have. */
export function transceiversByLane(pc: RTCPeerConnection): ReadonlyMap<Lane, RTCRtpTransceiver> {
  return new Map(LANES.flatMap((lane) => {
    const transceiver = transceiverOf(pc, lane);
    return transceiver === undefined ? [] : [[lane, transceiver] as const];
  }));
}

/** Sends these from now on, without renegotiation (WebRTC 1.0, 5.2, `replaceTrack`). */
export async function sendTracks(pc: RTCPeerConnection, tracks: Tracks): Promise<void> {
  await Promise.all(
    Array.from(transceiversByLane(pc), ([lane, { sender }]) => {
      if (sender.track !== tracks[lane]) return sender.replaceTrack(tracks[lane]);
    }),
  );
}
