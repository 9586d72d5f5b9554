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
    sharing: "You share your screen",
    /** The name of the picture. */
    friends: "Friend’s screen",
    friendShares: "Your friend is sharing their screen",
    zoomHow: "+ and − zoom, 0 shows all of it, arrow keys move it",
    keys: {
      share: "Share your screen, or stop",
      zoom: "Zoom your friend’s screen; 0 shows all of it",
    },
    problems: {
      "blocked-by-system":
        "The system settings of this device don’t let the browser share the screen.",
      "failed": "Sharing didn’t work. Try again, or choose something else to share.",
      "sound-left-out": "The sound is left out: your friend would hear themselves.",
    },
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
    fill: "Fill the window",
    fit: "Show the whole picture",
    snapshot: "Take a snapshot",
    saved: "Saved as {name}",
  },

  /** `call/recording/` */
  recording: {
    start: "Record",
  },

  /** Who can come in, and what the server knows. */
  privacy: {},
} as const;
