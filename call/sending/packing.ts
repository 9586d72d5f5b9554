/**
 * How much of the voice goes into one packet. Usually 20 ms; but 50 packets a second have headers for
 * 35 kbit/s, more than the voice itself on a thin line. With 60 ms these are a third.
 *
 * A browser packs as the other side's description wishes (`a=ptime`, RFC 8866, 6.4), and is told by
 * none of the sender's parameters. So the last description of the friend is read again with another
 * wish. The friend hears nothing of it: nothing that concerns both changes, no candidate, no key, no
 * section.
 *
 * In the same way each packet carries the one before it once more (RFC 2198, `red`): a voice whose
 * packets are lost one at a time arrives whole, for twice the bits. A browser does so when the other
 * side names that format first.
 */

/** What one packet of a voice on a thin line holds, ms. */
const THIN_PACKET_MS = 60;

/** What is wished for; a new description of the friend wishes nothing. */
export interface Packing {
  readonly thin: boolean;
  /** Each packet once more in the next; not done where the friend does not know it. */
  readonly twice: boolean;
}

/**
 * Has the voice packed like this. Does nothing when it is already, and amid an agreement: what is
 * agreed on then has no wish, and is read again when media flows.
 *
 * @throws DOMException when the browser refuses; the connection is as it was then
 */
export async function packVoice(pc: RTCPeerConnection, packing: Packing): Promise<void> {
  const { localDescription: own, remoteDescription: friends } = pc;
  if (pc.signalingState !== "stable" || own === null || friends === null) return;
  const isThin = /^a=ptime:/m.test(friends.sdp) === packing.thin;
  const red = redOf(friends.sdp);
  if (isThin && (red === null || isFirst(red, friends.sdp) === packing.twice)) return;
  const wish = wishing(friends, own.sdp, packing);
  await pc.setLocalDescription(await pc.createOffer());
  try {
    await pc.setRemoteDescription(wish);
  } catch (error) {
    await pc.setLocalDescription({ type: "rollback" });
    throw error;
  }
}

/** The payload type of redundant voice; `null`: not agreed on. */
function redOf(sdp: string): string | null {
  const [, red] = /^a=rtpmap:(\d+) red\/48000/m.exec(sdp) ?? [];
  return red ?? null;
}

/** Whether the voice's section names this format first. */
function isFirst(format: string, sdp: string): boolean {
  const [, first] = /^m=audio \S+ \S+ (\S+)/m.exec(sdp) ?? [];
  return first === format;
}

/** The friend's description as an answer that wishes for such packets. */
function wishing(
  { type, sdp }: RTCSessionDescription,
  own: string,
  { thin, twice }: Packing,
): RTCSessionDescriptionInit {
  const sections = sdp.replaceAll(/^a=ptime:.*\r\n/gm, "").split(/^(?=m=)/m);
  const voice = sections.findIndex(isAudio);
  const packed = sections.map((section, index) =>
    // The sound of a screen is music as often as not: twice that is too much.
    isAudio(section) ? pack(section, { thin, twice: twice && index === voice }) : section
  ).join("");
  // An offer leaves open who begins DTLS (RFC 5763, 5); by now that is settled.
  const role = own.includes("a=setup:active") ? "passive" : "active";
  const settled = type === "offer"
    ? packed.replaceAll("a=setup:actpass", `a=setup:${role}`)
    : packed;
  return { type: "answer", sdp: settled };
}

function isAudio(section: string): boolean {
  return section.startsWith("m=audio");
}

/** One section; what it names first is what the browser sends (RFC 3264, 6.1). */
function pack(section: string, { thin, twice }: Packing): string {
  const wish = thin ? `a=ptime:${THIN_PACKET_MS}\r\n` : "";
  const red = redOf(section);
  if (red === null) return section + wish;
  const [line = "", ...rest] = section.split("\r\n");
  const [audio = "", port = "", protocol = "", ...formats] = line.split(" ");
  const [first = "", ...others] = formats.filter((format) => format !== red);
  const ordered = twice ? [red, first, ...others] : [first, red, ...others];
  return [[audio, port, protocol, ...ordered].join(" "), ...rest].join("\r\n") + wish;
}
