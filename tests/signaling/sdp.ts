/**
 * An offer as Chromium makes it for a call: audio, video, a data channel, all candidates gathered.
 * Its hosts' addresses are replaced by ones for documentation (RFC 5737, RFC 3849).
 */
export const CHROMIUM_OFFER = `v=0
o=- 1888152621016687836 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1 2
a=extmap-allow-mixed
a=msid-semantic: WMS 6b8a4563-923d-4fad-ad59-83e23b6bff1e
m=audio 52165 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
c=IN IP4 192.0.2.2
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:2847269478 1 tcp 1518214911 192.0.2.2 9 typ host tcptype active generation 0 network-id 1
a=candidate:2932313814 1 tcp 1518285567 2001:db8::2 9 typ host tcptype active generation 0 network-id 2
a=candidate:3615097086 1 udp 2122194687 192.0.2.2 52165 typ host generation 0 network-id 1
a=candidate:3490212942 1 udp 2122265343 2001:db8::2 47929 typ host generation 0 network-id 2
a=ice-ufrag:ODOM
a=ice-pwd:yszMMjYxNdIiyNxEHJ2IwS2o
a=ice-options:trickle
a=fingerprint:sha-256 93:80:21:CE:F2:CE:61:72:8B:FA:F1:E9:B7:17:A9:E5:F6:10:E7:48:A0:31:CA:2E:35:BD:68:92:5A:75:6A:76
a=setup:actpass
a=mid:0
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=sendrecv
a=msid:6b8a4563-923d-4fad-ad59-83e23b6bff1e 49314dd1-6caf-49ef-b389-e4cfc16c62d4
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:13 CN/8000
a=rtpmap:110 telephone-event/48000
a=rtpmap:126 telephone-event/8000
a=ssrc:1067035997 cname:0AelIfmw+CQav53w
a=ssrc:1067035997 msid:6b8a4563-923d-4fad-ad59-83e23b6bff1e 49314dd1-6caf-49ef-b389-e4cfc16c62d4
m=video 36089 UDP/TLS/RTP/SAVPF 96 97 102 103 104 107 108 109 114 115 116 117 39 40 45 46 98 99 100 101 118 119 120
c=IN IP4 192.0.2.2
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:2847269478 1 tcp 1518214911 192.0.2.2 9 typ host tcptype active generation 0 network-id 1
a=candidate:2932313814 1 tcp 1518285567 2001:db8::2 9 typ host tcptype active generation 0 network-id 2
a=candidate:3615097086 1 udp 2122194687 192.0.2.2 36089 typ host generation 0 network-id 1
a=candidate:3490212942 1 udp 2122265343 2001:db8::2 53304 typ host generation 0 network-id 2
a=ice-ufrag:ODOM
a=ice-pwd:yszMMjYxNdIiyNxEHJ2IwS2o
a=ice-options:trickle
a=fingerprint:sha-256 93:80:21:CE:F2:CE:61:72:8B:FA:F1:E9:B7:17:A9:E5:F6:10:E7:48:A0:31:CA:2E:35:BD:68:92:5A:75:6A:76
a=setup:actpass
a=mid:1
a=extmap:14 urn:ietf:params:rtp-hdrext:toffset
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:13 urn:3gpp:video-orientation
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay
a=extmap:6 http://www.webrtc.org/experiments/rtp-hdrext/video-content-type
a=extmap:7 http://www.webrtc.org/experiments/rtp-hdrext/video-timing
a=extmap:8 http://www.webrtc.org/experiments/rtp-hdrext/color-space
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id
a=sendrecv
a=msid:6b8a4563-923d-4fad-ad59-83e23b6bff1e 0e5bcd05-5a48-4c4f-85a9-88b87cd7e40d
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=rtpmap:102 H264/90000
a=rtcp-fb:102 goog-remb
a=rtcp-fb:102 transport-cc
a=rtcp-fb:102 ccm fir
a=rtcp-fb:102 nack
a=rtcp-fb:102 nack pli
a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f
a=rtpmap:103 rtx/90000
a=fmtp:103 apt=102
a=rtpmap:104 H264/90000
a=rtcp-fb:104 goog-remb
a=rtcp-fb:104 transport-cc
a=rtcp-fb:104 ccm fir
a=rtcp-fb:104 nack
a=rtcp-fb:104 nack pli
a=fmtp:104 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42001f
a=rtpmap:107 rtx/90000
a=fmtp:107 apt=104
a=rtpmap:108 H264/90000
a=rtcp-fb:108 goog-remb
a=rtcp-fb:108 transport-cc
a=rtcp-fb:108 ccm fir
a=rtcp-fb:108 nack
a=rtcp-fb:108 nack pli
a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
a=rtpmap:109 rtx/90000
a=fmtp:109 apt=108
a=rtpmap:114 H264/90000
a=rtcp-fb:114 goog-remb
a=rtcp-fb:114 transport-cc
a=rtcp-fb:114 ccm fir
a=rtcp-fb:114 nack
a=rtcp-fb:114 nack pli
a=fmtp:114 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f
a=rtpmap:115 rtx/90000
a=fmtp:115 apt=114
a=rtpmap:116 H264/90000
a=rtcp-fb:116 goog-remb
a=rtcp-fb:116 transport-cc
a=rtcp-fb:116 ccm fir
a=rtcp-fb:116 nack
a=rtcp-fb:116 nack pli
a=fmtp:116 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=4d001f
a=rtpmap:117 rtx/90000
a=fmtp:117 apt=116
a=rtpmap:39 H264/90000
a=rtcp-fb:39 goog-remb
a=rtcp-fb:39 transport-cc
a=rtcp-fb:39 ccm fir
a=rtcp-fb:39 nack
a=rtcp-fb:39 nack pli
a=fmtp:39 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=4d001f
a=rtpmap:40 rtx/90000
a=fmtp:40 apt=39
a=rtpmap:45 AV1/90000
a=rtcp-fb:45 goog-remb
a=rtcp-fb:45 transport-cc
a=rtcp-fb:45 ccm fir
a=rtcp-fb:45 nack
a=rtcp-fb:45 nack pli
a=fmtp:45 level-idx=5;profile=0;tier=0
a=rtpmap:46 rtx/90000
a=fmtp:46 apt=45
a=rtpmap:98 VP9/90000
a=rtcp-fb:98 goog-remb
a=rtcp-fb:98 transport-cc
a=rtcp-fb:98 ccm fir
a=rtcp-fb:98 nack
a=rtcp-fb:98 nack pli
a=fmtp:98 profile-id=0
a=rtpmap:99 rtx/90000
a=fmtp:99 apt=98
a=rtpmap:100 VP9/90000
a=rtcp-fb:100 goog-remb
a=rtcp-fb:100 transport-cc
a=rtcp-fb:100 ccm fir
a=rtcp-fb:100 nack
a=rtcp-fb:100 nack pli
a=fmtp:100 profile-id=2
a=rtpmap:101 rtx/90000
a=fmtp:101 apt=100
a=rtpmap:118 red/90000
a=rtpmap:119 rtx/90000
a=fmtp:119 apt=118
a=rtpmap:120 ulpfec/90000
a=ssrc-group:FID 403622173 2279707388
a=ssrc:403622173 cname:0AelIfmw+CQav53w
a=ssrc:403622173 msid:6b8a4563-923d-4fad-ad59-83e23b6bff1e 0e5bcd05-5a48-4c4f-85a9-88b87cd7e40d
a=ssrc:2279707388 cname:0AelIfmw+CQav53w
a=ssrc:2279707388 msid:6b8a4563-923d-4fad-ad59-83e23b6bff1e 0e5bcd05-5a48-4c4f-85a9-88b87cd7e40d
m=application 42822 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 192.0.2.2
a=candidate:2847269478 1 tcp 1518214911 192.0.2.2 9 typ host tcptype active generation 0 network-id 1
a=candidate:2932313814 1 tcp 1518285567 2001:db8::2 9 typ host tcptype active generation 0 network-id 2
a=candidate:3615097086 1 udp 2122194687 192.0.2.2 42822 typ host generation 0 network-id 1
a=candidate:3490212942 1 udp 2122265343 2001:db8::2 55634 typ host generation 0 network-id 2
a=ice-ufrag:ODOM
a=ice-pwd:yszMMjYxNdIiyNxEHJ2IwS2o
a=ice-options:trickle
a=fingerprint:sha-256 93:80:21:CE:F2:CE:61:72:8B:FA:F1:E9:B7:17:A9:E5:F6:10:E7:48:A0:31:CA:2E:35:BD:68:92:5A:75:6A:76
a=setup:actpass
a=mid:2
a=sctp-port:5000
a=max-message-size:262144
`.replaceAll("\n", "\r\n");
