/** English words of what two people do in a call besides; loaded with the seat’s screens. */
export const en = {
  /** Where the bar has no room for more. */
  more: {
    heading: "More",
  },

  /** Camera, microphone and loudspeaker (`call/media/`). */
  devices: {
    heading: "Camera and sound",
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
  privacy: {},
} as const;
