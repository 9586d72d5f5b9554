/** Applies sending limits to a link by `setParameters` (WebRTC 1.0, 5.2): never renegotiates. */

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
export const AUDIO_MAX_BPS = 40_000;

/** The encoding for a sender of `kind`; fields the browser does not know are ignored by it. */
export function encodingFor(
  kind: string,
  { lowData, videoPaused }: Omit<SendingLimits, "keyFrame">,
): Partial<RTCRtpEncodingParameters> {
  if (kind === "audio") {
    return { maxBitrate: AUDIO_MAX_BPS, priority: "high", networkPriority: "high" };
  }
  return {
    active: !videoPaused,
    maxBitrate: lowData ? LOW_DATA_MAX_BPS : VIDEO_MAX_BPS,
    scaleResolutionDownBy: lowData ? 2 : 1,
    maxFramerate: lowData ? LOW_DATA_FRAMES_PER_S : 30,
    priority: "low",
    networkPriority: "low",
  };
}

/** One change at a time: `getParameters` and `setParameters` form a transaction. */
export async function limitSending(pc: RTCPeerConnection, limits: SendingLimits): Promise<void> {
  for (const { sender, receiver } of pc.getTransceivers()) {
    const isVideo = receiver.track.kind === "video";
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings ?? [];
    if (encoding === undefined) continue;
    Object.assign(encoding, encodingFor(receiver.track.kind, limits));
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
