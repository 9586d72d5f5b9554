/** English words of what two people do in a call besides; loaded with the seat’s screens. */
export const en = {
  /** Where the bar has no room for more. */
  more: {
    heading: "More",
  },

  /** Camera, microphone and loudspeaker (`call/media/`). */
  devices: {
    heading: "Camera and sound",
    camera: "Camera",
    microphone: "Microphone",
    speaker: "Speaker",
    level: "Microphone level",
    testSound: "Play a test sound",
    noiseSuppression: "Noise suppression",
    echoCancellation: "Echo cancellation",
    autoGain: "Automatic gain",
    autoGainHint: "Evens out how loud you are",
    /** The speaker the system uses for everything else. */
    standard: "System default",
    otherSpeaker: "Choose another speaker",
    none: "None found",
    /** Where the browser hides their names. */
    numbered: {
      camera: "Camera {number}",
      microphone: "Microphone {number}",
      speaker: "Speaker {number}",
    },
    missing: "{label} isn’t connected. It’s used again when it is.",
    closed: "{label} doesn’t open: another program may be using it.",
  },

  /** Whether the two hear and see each other (`call/hearing/`). */
  hearing: {},

  /** `call/screen/` */
  share: {
    start: "Share your screen",
    stop: "Stop sharing",
  },

  /** `call/files/` */
  files: {
    send: "Send a file",
  },

  /** Reactions, in the order of `call/talk/reactions.ts`, and what is said of writing. */
  talk: {
    react: "React",
    signs: ["Thumbs up", "Heart", "Laughing", "Surprised", "Applause", "Party"],
  },

  pictures: {
    fullScreen: "Full screen",
    swap: "Swap pictures",
  },

  /** `call/recording/` */
  recording: {
    start: "Record",
  },

  /** Who can come in, and what the server knows. */
  privacy: {
    who:
      "Anyone who knows this name can come in, two people at most. The server knows the name and your network addresses, but not what you say or show.",
    guessable: "This name is easy to guess: somebody else may come in. A suggested one is safer.",
    guessableRoom:
      "This name is easy to guess. In the settings you can choose to be asked before anybody comes in.",
    askFirst: "Ask before letting in",
    askFirstHint: "Whoever comes while you wait stays outside until you agree",
    /** Somebody comes while one waits, and one wants to be asked. */
    wants: "Somebody wants to come in",
    wantsExplain: "They can’t see or hear you yet.",
    keepOut: "Don’t let them in",
  },
} as const;
