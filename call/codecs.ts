/** Codec order by `setCodecPreferences`: reordered, never filtered (Firefox offers need them all). */

/** Best first: VP9 carries a face in about a third fewer bits than VP8, and every browser has it. */
const VIDEO_ORDER = ["video/vp9", "video/vp8", "video/h264"];

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
