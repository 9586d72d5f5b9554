/** Applies sending limits to a link by `setParameters` (WebRTC 1.0, 5.2): never renegotiates. */

import { type Lane, laneOf } from "../connection/lanes.ts";

export interface SendingLimits {
  readonly lowData: boolean;
  readonly videoPaused: boolean;
  /**
   * Send a whole picture now. After a cut the friend's decoder has nothing to build on, and would ask
   * for one only about a second later.
   */
  readonly keyFrame: boolean;
}

/** Not in TypeScript's DOM library: WebRTC extensions, RTCSetParameterOptions. */
interface KeyFrameSender extends RTCRtpSender {
  setParameters(
    parameters: RTCRtpSendParameters,
    options?: { readonly encodingOptions: readonly { readonly keyFrame: boolean }[] },
  ): Promise<void>;
}

/** 720p30 of a talking face looks finished here; more only costs battery. */
export const VIDEO_MAX_BPS = 2_500_000;
export const LOW_DATA_MAX_BPS = 250_000;
export const LOW_DATA_FRAMES_PER_S = 15;
export const VOICE_MAX_BPS = 40_000;
/** The sound of a screen is often music, in stereo. */
export const SOUND_MAX_BPS = 128_000;
/** Text is read, not watched. */
export const SCREEN_FRAMES_PER_S = 15;

/** The encoding for a sender's lane; fields the browser does not know are ignored by it. */
export function encodingFor(
  lane: Lane,
  { lowData, videoPaused }: Omit<SendingLimits, "keyFrame">,
): Partial<RTCRtpEncodingParameters> {
  switch (lane) {
    case "voice":
      return { maxBitrate: VOICE_MAX_BPS, priority: "high", networkPriority: "high" };
    case "sound":
      return { maxBitrate: SOUND_MAX_BPS, priority: "medium", networkPriority: "medium" };
    case "camera":
      return {
        active: !videoPaused,
        maxBitrate: lowData ? LOW_DATA_MAX_BPS : VIDEO_MAX_BPS,
        scaleResolutionDownBy: lowData ? 2 : 1,
        maxFramerate: lowData ? LOW_DATA_FRAMES_PER_S : 30,
        priority: "low",
        networkPriority: "low",
      };
    case "screen":
      return {
        active: !videoPaused,
        maxBitrate: lowData ? LOW_DATA_MAX_BPS : VIDEO_MAX_BPS,
        maxFramerate: SCREEN_FRAMES_PER_S,
        priority: "low",
        networkPriority: "low",
      };
  }
}

/** One change at a time: `getParameters` and `setParameters` form a transaction. */
export async function limitSending(pc: RTCPeerConnection, limits: SendingLimits): Promise<void> {
  for (const transceiver of pc.getTransceivers()) {
    const { sender, receiver } = transceiver;
    const lane = laneOf(pc, transceiver);
    if (lane === null) continue;
    const isVideo = receiver.track.kind === "video";
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings ?? [];
    if (encoding === undefined) continue;
    Object.assign(encoding, encodingFor(lane, limits));
    try {
      // Browsers without the extension ignore the second argument.
      const options = { encodingOptions: [{ keyFrame: limits.keyFrame && isVideo }] };
      await (sender as KeyFrameSender).setParameters(parameters, options);
    } catch (error) {
      // A renegotiation in between makes the transaction stale; the next look applies it.
      const stale = error instanceof DOMException && error.name === "InvalidStateError";
      if (!stale) throw error;
    }
  }
}
