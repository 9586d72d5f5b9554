/**
 * Text that session descriptions of today's browsers share, as a preset dictionary for deflate
 * (RFC 1951; zlib's `dictionary`). What is most frequent stands last, nearest to the data.
 *
 * Every instance must have the same one: changing it needs a new format byte in `mail.ts`.
 */
const PIECES = [
  "a=rtpmap:45 AV1/90000\\r\\na=rtpmap:35 AV1/90000\\r\\na=fmtp:45 level-idx=5;profile=0;tier=0\\r\\n",
  "a=rtpmap:39 AV1/90000\\r\\na=fmtp:39 level-idx=5;profile=1;tier=0\\r\\na=rtpmap:40 rtx/90000\\r\\n",
  "a=rtpmap:102 H264/90000\\r\\na=rtpmap:103 rtx/90000\\r\\na=fmtp:103 apt=102\\r\\n",
  "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f\\r\\n",
  "packetization-mode=0;profile-level-id=42e01f\\r\\nprofile-level-id=4d001f\\r\\nprofile-level-id=64001f\\r\\n",
  "a=rtpmap:98 VP9/90000\\r\\na=fmtp:98 profile-id=0\\r\\na=rtpmap:99 rtx/90000\\r\\na=fmtp:99 apt=98\\r\\n",
  "a=rtpmap:100 VP9/90000\\r\\na=fmtp:100 profile-id=2\\r\\na=rtpmap:101 rtx/90000\\r\\na=fmtp:101 apt=100\\r\\n",
  "a=rtpmap:116 red/90000\\r\\na=rtpmap:117 rtx/90000\\r\\na=fmtp:117 apt=116\\r\\na=rtpmap:118 ulpfec/90000\\r\\n",
  "a=rtpmap:119 flexfec-03/90000\\r\\na=rtpmap:110 telephone-event/48000\\r\\na=rtpmap:126 telephone-event/8000\\r\\n",
  "a=rtpmap:9 G722/8000\\r\\na=rtpmap:0 PCMU/8000\\r\\na=rtpmap:8 PCMA/8000\\r\\na=rtpmap:13 CN/8000\\r\\n",
  "a=rtpmap:111 opus/48000/2\\r\\na=fmtp:111 minptime=10;useinbandfec=1\\r\\na=rtpmap:63 red/48000/2\\r\\na=fmtp:63 111/111\\r\\n",
  "a=extmap:14 urn:ietf:params:rtp-hdrext:toffset\\r\\na=extmap:13 urn:3gpp:video-orientation\\r\\n",
  "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\\r\\na=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time\\r\\n",
  "a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01\\r\\n",
  "a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay\\r\\na=extmap:6 http://www.webrtc.org/experiments/rtp-hdrext/video-content-type\\r\\n",
  "a=extmap:7 http://www.webrtc.org/experiments/rtp-hdrext/video-timing\\r\\na=extmap:8 http://www.webrtc.org/experiments/rtp-hdrext/color-space\\r\\n",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\\r\\na=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\\r\\n",
  "a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id\\r\\n",
  "a=rtcp-fb:96 goog-remb\\r\\na=rtcp-fb:96 transport-cc\\r\\na=rtcp-fb:96 ccm fir\\r\\na=rtcp-fb:96 nack\\r\\na=rtcp-fb:96 nack pli\\r\\n",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126\\r\\nc=IN IP4 0.0.0.0\\r\\na=rtcp:9 IN IP4 0.0.0.0\\r\\na=rtcp-mux\\r\\na=rtcp-rsize\\r\\n",
  "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99 100 101 102 103\\r\\na=rtpmap:96 VP8/90000\\r\\na=rtpmap:97 rtx/90000\\r\\na=fmtp:97 apt=96\\r\\n",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\\r\\na=sctp-port:5000\\r\\na=max-message-size:262144\\r\\n",
  "a=ssrc-group:FID \\r\\na=ssrc: cname:\\r\\na=ssrc: msid:\\r\\na=msid:- \\r\\na=mid:0\\r\\na=mid:1\\r\\na=mid:2\\r\\na=sendrecv\\r\\n",
  "a=ice-ufrag:\\r\\na=ice-pwd:\\r\\na=ice-options:trickle\\r\\na=fingerprint:sha-256 \\r\\na=setup:actpass\\r\\na=setup:active\\r\\n",
  "v=0\\r\\no=- 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=group:BUNDLE 0 1 2\\r\\na=extmap-allow-mixed\\r\\na=msid-semantic: WMS *\\r\\n",
  "a=candidate: 1 udp 2122260223 .local typ host generation 0 network-id 1 network-cost 999\\r\\n",
  " 1 tcp 1518280447 9 typ host tcptype active typ srflx raddr 0.0.0.0 rport 0 typ relay ",
  '[{"kind":"notice","seating":"","sentAt":17,"notice":{"kind":"arrived","from":"","instance":"","session":"","link":"',
  '"offer":{"kind":"offer","link":"","id":"","sdp":"',
  '{"kind":"signal","from":"","signal":{"kind":"answer","link":"","id":"","sdp":"',
  '"signal":{"kind":"candidate","link":"","candidate":{"candidate":"candidate:","sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"',
];

/** As bytes; the escapes are JSON's, because that is what is deflated. */
export const SDP_DICTIONARY: Uint8Array<ArrayBuffer> = new TextEncoder().encode(PIECES.join(""));
