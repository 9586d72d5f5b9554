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
    stop: "Stop recording",
    mine: "Recording",
    asking: "Telling your friend…",
    theirs: "Your friend is recording",
    kept: "A recording of {time} ({length}) is on this device.",
    saved: "The recording is in your downloads.",
    save: "Save the recording",
    decline: "Delete it",
    declineSure: "Delete it for good",
    keep: "Keep it",
    done: "Close",
    /** Why none is running any more. */
    ends: {
      saved: "The recording has stopped.",
      "disk-full": "The recording has stopped: there is no room left on this device.",
      failed: "The recording has stopped: this browser cannot go on with it.",
      "call-over": "The recording ended with the call.",
      "friend-gone": "The recording ended, as your friend is gone.",
      unseen:
        "Nothing is being recorded: your friend’s page did not answer that it shows a sign of it.",
    },
  },

  /** Whether somebody could be in between, beside the panel’s own words (`call/verify/`). */
  verify: {
    verified: "Verified",
    silent: "Your friend’s page does not answer. Try again.",
    unproven:
      "Not verified: on an earlier connection you two compared codes, but nothing proves that this one is still between the same two. Your friend’s page may have been opened anew, or somebody is in between. Compare again.",
    changed: "This connection is not verified yet, although an earlier one was.",
    again: "Compare codes",
  },

  /** Who can come in, and what the server knows. */
  privacy: {},
} as const;
