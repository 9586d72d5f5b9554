/**
 * How much of the voice goes into one packet. Usually 20 ms; but 50 packets a second have headers for
 * 35 kbit/s, more than the voice itself on a thin line. With 60 ms these are a third.
 *
 * A browser packs as the other side's description wishes (`a=ptime`, RFC 8866, 6.4), and is told by
 * none of the sender's parameters. So the last description of the friend is read again with another
 * wish. The friend hears nothing of it: nothing that concerns both changes, no candidate, no key, no
 * section.
 */

/** What one packet of a voice on a thin line holds, ms. */
const THIN_PACKET_MS = 60;

/**
 * Has the voice packed for a thin line, or as usual. Does nothing when it is already, and amid an
 * agreement: what is agreed on then has no wish, and is read again when media flows.
 *
 * @throws DOMException when the browser refuses; the connection is as it was then
 */
export async function packVoice(
  pc: RTCPeerConnection,
  { thin }: { readonly thin: boolean },
): Promise<void> {
  const { localDescription: own, remoteDescription: friends } = pc;
  if (pc.signalingState !== "stable" || own === null || friends === null) return;
  if (/^a=ptime:/m.test(friends.sdp) === thin) return;
  const wish = wishing(friends, own.sdp, thin);
  await pc.setLocalDescription(await pc.createOffer());
  try {
    await pc.setRemoteDescription(wish);
  } catch (error) {
    await pc.setLocalDescription({ type: "rollback" });
    throw error;
  }
}

/** The friend's description as an answer that wishes for such packets. */
function wishing(
  { type, sdp }: RTCSessionDescription,
  own: string,
  thin: boolean,
): RTCSessionDescriptionInit {
  const sections = sdp.replaceAll(/^a=ptime:.*\r\n/gm, "").split(/^(?=m=)/m);
  const packed = sections.map((section) =>
    thin && section.startsWith("m=audio") ? `${section}a=ptime:${THIN_PACKET_MS}\r\n` : section
  ).join("");
  // An offer leaves open who begins DTLS (RFC 5763, 5); by now that is settled.
  const role = own.includes("a=setup:active") ? "passive" : "active";
  const settled = type === "offer"
    ? packed.replaceAll("a=setup:actpass", `a=setup:${role}`)
    : packed;
  return { type: "answer", sdp: settled };
}
