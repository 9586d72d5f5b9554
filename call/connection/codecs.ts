/** Codec order by `setCodecPreferences`: reordered, never filtered (Firefox offers need them all). */

/**
 * Best first. VP8 shows its first frame about 50 ms sooner than VP9 where both are software
 * (`deno task bench:join`), and leaves an old laptop's processor alone; H264 needs hardware to shine.
 */
const VIDEO_ORDER = ["video/vp8", "video/vp9", "video/h264"];

/** Puts the preferred codecs first and keeps the order of all others (rtx, red, ulpfec …). */
export function reorder<C extends { readonly mimeType: string }>(codecs: readonly C[]): C[] {
  const rank = (codec: C) => {
    const index = VIDEO_ORDER.indexOf(codec.mimeType.toLowerCase());
    return index < 0 ? VIDEO_ORDER.length : index;
  };
  return codecs.map((codec, index) => ({ codec, index }))
    .sort((a, b) => rank(a.codec) - rank(b.codec) || a.index - b.index)
    .map(({ codec }) => codec);
}

/** Applies the order to the video transceivers of a connection, where the browser can. */
export function preferCodecs(pc: RTCPeerConnection): void {
  const codecs = globalThis.RTCRtpReceiver?.getCapabilities?.("video")?.codecs;
  if (codecs === undefined) return;
  for (const transceiver of pc.getTransceivers()) {
    if (transceiver.receiver.track.kind !== "video") continue;
    if (!("setCodecPreferences" in transceiver)) continue;
    transceiver.setCodecPreferences(reorder(codecs));
  }
}
