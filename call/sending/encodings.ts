/** Applies sending limits to a link by `setParameters` (WebRTC 1.0, 5.2): never renegotiates. */

import type { Lane } from "../connection/lanes.ts";

/** What the person wants sent. */
export interface SendingWishes {
  readonly lowData: boolean;
  /** A screen is sent beside the camera. */
  readonly sharing: boolean;
}

export interface SendingLimits extends SendingWishes {
  /** The line carries the voice only. */
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
/** On a line that carries no picture: about 30 kbit/s with all headers (`packing.ts`). */
export const NARROW_VOICE_MAX_BPS = 16_000;
/** The sound of a screen is often music, in stereo. */
export const SOUND_MAX_BPS = 128_000;
export const LOW_DATA_SOUND_MAX_BPS = 32_000;
/** Text is read, not watched. */
export const SCREEN_FRAMES_PER_S = 15;
/** Beside a screen the face is a small picture: half as wide and high, and this much of its rate. */
export const BESIDE_SCREEN_SHARE = 0.2;

/** Formats that repair pictures, and carry none themselves (RFC 4588, 2198, 5109, 8627). */
const NO_PICTURE = /\/(rtx|red|ulpfec|flexfec-03)$/i;

/**
 * The encoding for a sender's lane; fields the browser does not know are ignored by it.
 *
 * The voice comes first, and all of them together never send more than the browser's estimate of the
 * way: it divides that by these priorities, up to these rates (WebRTC Priority Control, 4).
 */
export function encodingFor(
  lane: Lane,
  { lowData, sharing, videoPaused }: Omit<SendingLimits, "keyFrame">,
): Partial<RTCRtpEncodingParameters> {
  const active = !videoPaused;
  const maxBitrate = lowData ? LOW_DATA_MAX_BPS : VIDEO_MAX_BPS;
  switch (lane) {
    case "voice":
      return {
        maxBitrate: videoPaused ? NARROW_VOICE_MAX_BPS : VOICE_MAX_BPS,
        ...ranked("high"),
      };
    case "sound":
      return {
        active,
        maxBitrate: lowData ? LOW_DATA_SOUND_MAX_BPS : SOUND_MAX_BPS,
        ...ranked("medium"),
      };
    case "camera":
      return {
        active,
        maxBitrate: sharing ? maxBitrate * BESIDE_SCREEN_SHARE : maxBitrate,
        scaleResolutionDownBy: lowData || sharing ? 2 : 1,
        maxFramerate: lowData || sharing ? LOW_DATA_FRAMES_PER_S : 30,
        ...ranked(sharing ? "very-low" : "low"),
      };
    case "screen":
      return { active, maxBitrate, maxFramerate: SCREEN_FRAMES_PER_S, ...ranked("low") };
  }
}

/**
 * A paused picture is given another of the agreed codecs (WebRTC Extensions, `codec` of an encoding),
 * though nothing is encoded: that makes Chromium's sender begin anew, without the history from which
 * lost packets are sent again. With it, a line that became narrow carried little else than
 * retransmissions for a minute after the picture had stopped.
 */
function chooseCodec(
  encoding: RTCRtpEncodingParameters & { codec?: RTCRtpCodec },
  codecs: readonly RTCRtpCodec[] | undefined,
  { videoPaused }: SendingLimits,
): void {
  const other = codecs?.find(({ mimeType }) =>
    mimeType !== codecs[0]?.mimeType && !NO_PICTURE.test(mimeType)
  );
  if (videoPaused && other !== undefined) encoding.codec = other;
  else delete encoding.codec;
}

function ranked(priority: RTCPriorityType) {
  return { priority, networkPriority: priority };
}

/** One change at a time: `getParameters` and `setParameters` form a transaction. */
export async function limitSending(
  transceivers: ReadonlyMap<Lane, RTCRtpTransceiver>,
  limits: SendingLimits,
): Promise<void> {
  for (const [lane, { sender, receiver }] of transceivers) {
    const isVideo = receiver.track.kind === "video";
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings ?? [];
    if (encoding === undefined) continue;
    Object.assign(encoding, encodingFor(lane, limits));
    if (isVideo) chooseCodec(encoding, parameters.codecs, limits);
    // Letters must stay legible; a face rather moves (MediaStreamTrack Content Hints, 4).
    if (lane === "screen") parameters.degradationPreference = "maintain-resolution";
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
