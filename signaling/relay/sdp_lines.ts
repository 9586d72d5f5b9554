/**
 * Lines that session descriptions of today's browsers share, each written as one character between
 * instances: what Chromium offers, without what differs from call to call.
 *
 * Deno's zlib ignores a preset dictionary (2.9), so this is one of our own. Every instance must have
 * the same one: changing it needs a new format byte in `mail.ts`.
 */

/** Video payload types with their codec and parameters, in Chromium's order; each has an rtx. */
const VIDEO_CODECS = [
  [96, 97, "VP8", ""],
  [102, 103, "H264", h264("1", "42001f")],
  [104, 107, "H264", h264("0", "42001f")],
  [108, 109, "H264", h264("1", "42e01f")],
  [114, 115, "H264", h264("0", "42e01f")],
  [116, 117, "H264", h264("1", "4d001f")],
  [39, 40, "H264", h264("0", "4d001f")],
  [45, 46, "AV1", "level-idx=5;profile=0;tier=0"],
  [98, 99, "VP9", "profile-id=0"],
  [100, 101, "VP9", "profile-id=2"],
] as const;

const FEEDBACK = ["goog-remb", "transport-cc", "ccm fir", "nack", "nack pli"];

const AUDIO = [
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126",
  "c=IN IP4 0.0.0.0",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
  "a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
  "a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  "a=sendrecv",
  "a=rtcp-mux",
  "a=rtcp-rsize",
  "a=rtcp-xr:rcvr-rtt=all",
  "a=rtpmap:111 opus/48000/2",
  "a=rtcp-fb:111 transport-cc",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtpmap:63 red/48000/2",
  "a=fmtp:63 111/111",
  "a=rtpmap:9 G722/8000",
  "a=rtpmap:0 PCMU/8000",
  "a=rtpmap:8 PCMA/8000",
  "a=rtpmap:13 CN/8000",
  "a=rtpmap:110 telephone-event/48000",
  "a=rtpmap:126 telephone-event/8000",
];

const VIDEO = [
  "m=video 9 UDP/TLS/RTP/SAVPF 96 97 102 103 104 107 108 109 114 115 116 117 39 40 45 46 98 99 100 101 118 119 120",
  "c=IN IP4 0.0.0.0",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=extmap:14 urn:ietf:params:rtp-hdrext:toffset",
  "a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
  "a=extmap:13 urn:3gpp:video-orientation",
  "a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
  "a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay",
  "a=extmap:6 http://www.webrtc.org/experiments/rtp-hdrext/video-content-type",
  "a=extmap:7 http://www.webrtc.org/experiments/rtp-hdrext/video-timing",
  "a=extmap:8 http://www.webrtc.org/experiments/rtp-hdrext/color-space",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id",
  "a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id",
  "a=sendrecv",
  "a=rtcp-mux",
  "a=rtcp-rsize",
  "a=rtcp-xr:rcvr-rtt=all",
  ...VIDEO_CODECS.flatMap(([type, rtx, name, parameters]) => [
    `a=rtpmap:${type} ${name}/90000`,
    ...FEEDBACK.map((feedback) => `a=rtcp-fb:${type} ${feedback}`),
    ...parameters === "" ? [] : [`a=fmtp:${type} ${parameters}`],
    `a=rtpmap:${rtx} rtx/90000`,
    `a=fmtp:${rtx} apt=${type}`,
  ]),
  "a=rtpmap:118 red/90000",
  "a=rtpmap:119 rtx/90000",
  "a=fmtp:119 apt=118",
  "a=rtpmap:120 ulpfec/90000",
];

const COMMON = [
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "a=sctp-port:5000",
  "a=max-message-size:262144",
  "a=ice-options:trickle",
  "a=setup:actpass",
  "a=setup:active",
  "a=mid:0",
  "a=mid:1",
  "a=mid:2",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0 1 2",
  "a=extmap-allow-mixed",
  "a=msid-semantic: WMS *",
  "a=recvonly",
  "a=inactive",
  "a=end-of-candidates",
];

const LINES = [...new Set([...VIDEO, ...AUDIO, ...COMMON])];
const INDEX_OF = new Map(LINES.map((line, index) => [line, index]));
/** The first of Unicode's private-use characters stand for the lines. */
const FIRST_CODE = 0xe000;
const PRIVATE_USE = /[\ue000-\uf8ff]/;
/** How JSON writes the end of an SDP line. */
const LINE_END = "\\r\\n";

/**
 * Shortens JSON that holds descriptions: each run of known lines becomes two characters, its first
 * and its last. `null` when the text could not be told apart afterwards.
 */
export function shortenSdp(json: string): string | null {
  // JSON has no raw line feed inside strings, so ours are unmistakable.
  if (PRIVATE_USE.test(json) || json.includes("\n")) return null;
  const short: string[] = [];
  let first = -1;
  let last = -1;
  for (const line of json.split(LINE_END)) {
    const index = INDEX_OF.get(line);
    if (index !== undefined && last !== -1 && index === last + 1) {
      short[short.length - 1] = codeOf(first) + codeOf(index);
    } else {
      first = index ?? -1;
      short.push(index === undefined ? line : codeOf(index) + codeOf(index));
    }
    last = index ?? -1;
  }
  return short.join("\n");
}

/** Undoes {@linkcode shortenSdp}. */
export function restoreSdp(short: string): string {
  return short.split("\n").flatMap((part) => {
    if (part.length !== 2 || !PRIVATE_USE.test(part)) return [part];
    return LINES.slice(part.charCodeAt(0) - FIRST_CODE, part.charCodeAt(1) - FIRST_CODE + 1);
  }).join(LINE_END);
}

function codeOf(index: number): string {
  return String.fromCharCode(FIRST_CODE + index);
}

function h264(mode: string, profile: string): string {
  return `level-asymmetry-allowed=1;packetization-mode=${mode};profile-level-id=${profile}`;
}
