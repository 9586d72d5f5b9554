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
  /** There is little room: a small picture, a voice that needs less. */
  readonly tight: boolean;
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
/** On a line with little room: about 30 kbit/s with all headers, a third less than usual. */
export const TIGHT_VOICE_MAX_BPS = 24_000;
/** Wide enough for a face; the browser comes to this too, by and by, and a queue later. */
export const TIGHT_WIDTH_PX = 320;
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
  { lowData, sharing, videoPaused, tight }: Omit<SendingLimits, "keyFrame">,
): Partial<RTCRtpEncodingParameters> {
  const active = !videoPaused;
  const maxBitrate = lowData ? LOW_DATA_MAX_BPS : VIDEO_MAX_BPS;
  switch (lane) {
    case "voice":
      return {
        maxBitrate: videoPaused
          ? NARROW_VOICE_MAX_BPS
          : tight
          ? TIGHT_VOICE_MAX_BPS
          : VOICE_MAX_BPS,
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
        maxFramerate: lowData || sharing || tight ? LOW_DATA_FRAMES_PER_S : 30,
        ...ranked(sharing ? "very-low" : "low"),
      };
    case "screen":
      return { active, maxBitrate, maxFramerate: SCREEN_FRAMES_PER_S, ...ranked("low") };
  }
}

/**
 * A picture that becomes small, or is paused, is given another of the agreed codecs (WebRTC Extensions,
 * `codec` of an encoding), each time another one, though for a paused one nothing is encoded: that
 * makes Chromium's sender begin anew, without the history from which lost packets are sent again. With
 * it, a line that became narrow carried little else than retransmissions for seconds, and for a minute
 * after the picture had stopped.
 */
function chooseCodec(
  encoding: RTCRtpEncodingParameters & { codec?: RTCRtpCodec },
  codecs: readonly RTCRtpCodec[] | undefined,
  { videoPaused, tight }: SendingLimits,
): void {
  const others = (codecs ?? []).filter(({ mimeType }, index, all) =>
    mimeType !== all[0]?.mimeType && !NO_PICTURE.test(mimeType) &&
    all.findIndex((each) => each.mimeType === mimeType) === index
  );
  const [small, none = small] = others;
  const other = videoPaused ? none : tight ? small : undefined;
  if (other !== undefined) encoding.codec = other;
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
    if (lane === "camera" && limits.tight) {
      const { width = TIGHT_WIDTH_PX } = sender.track?.getSettings() ?? {};
      const scale = Math.max(encoding.scaleResolutionDownBy ?? 1, width / TIGHT_WIDTH_PX);
      encoding.scaleResolutionDownBy = scale;
    }
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
