/** English texts of the page at `/check`: every other language is checked against them. */
export const en = {
  title: "Does it work here?",
  explain: "This page tries everything a call needs, on this device and in this network.",
  start: "Start the check",
  again: "Check again",
  camera: "Your browser will ask for camera and microphone. Nothing is recorded or sent.",
  running: "Checking…",
  done: "Done.",
  back: "To the call",
  copy: "Copy the report",
  copied: "Copied. It holds no addresses, no room and no names.",
  notCopied: "Your browser doesn’t allow copying. Select the text below.",
  report: "Report",
  states: {
    waiting: "not checked yet",
    running: "checking",
    ok: "OK",
    failed: "not OK",
    omitted: "left out",
  },
  checks: {
    "browser": "Browser",
    "camera": "Camera",
    "microphone": "Microphone",
    "loudspeaker": "Loudspeaker",
    "socket": "Connection to this site",
    "stun": "Your address for a direct call (STUN)",
    "turn-udp": "Relay over UDP",
    "turn-tcp": "Relay over TCP",
    "turn-tls": "Relay over TLS",
    "loop": "A call to yourself through the relay",
  },
  problems: {
    "insecure":
      "Browsers give camera and microphone to secure pages only. Open this site with https://.",
    "unsupported": "This browser can’t make video calls. Use a current one.",
    "refused":
      "Your browser or system doesn’t allow it. Click the sign next to this page’s address, allow it, and check again.",
    "none-found": "None was found. Plug one in or turn it on, and check again.",
    "in-use": "It doesn’t start. Close other programs that use it, and check again.",
    "silent":
      "It’s there but gives nothing. Look for a switch or a cover on it, or choose another.",
    "unheard": "Turn the volume up and choose the right output in your system’s sound settings.",
    "no-socket":
      "No lasting connection to this site. Turn off a proxy or VPN, or try another network.",
    "no-stun":
      "Your network lets no answer through. Calls need the relay here, or another network.",
    "no-turn": "This way to the relay is blocked. One that works is enough.",
    "no-path": "The relay was reached, but no data came back. Tell whoever runs this site.",
    "slow": "The way is slow: the picture will give way to the voice. Come closer to the Wi-Fi.",
  },
  omissions: {
    "not-offered": "This site doesn’t offer it.",
    "before-failed": "Something it needs failed before.",
  },
  speed: "{kbps} kbit/s",
  speedAndTime: "{kbps} kbit/s, {ms} ms there and back",
  tone: {
    play: "Play a sound",
    playing: "Playing…",
    ask: "Did you hear it?",
    yes: "I heard it",
    no: "I heard nothing",
  },
};
