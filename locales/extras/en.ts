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
    heading: "Files",
    hide: "Hide files",
    drop: "Drop here to send",
    accept: "Accept",
    decline: "Decline",
    cancel: "Cancel",
    save: "Save",
    choose: "Choose the file again",
    remove: "Remove from the list",
    from: { me: "from you", friend: "from your friend" },
    progress: "{done} of {size}",
    phases: {
      offeredByMe: "Waiting for your friend to accept",
      preparing: "Getting ready…",
      waiting: "Goes on when you are connected again",
      lost: "This page was reloaded",
      other: "That was another file, or it has changed",
      lostByFriend: "Your friend has to choose it again",
      arrived: "Arrived",
      unsaved: "Save it before you leave",
      saved: "Saved",
      declinedByMe: "You declined it",
      declinedByFriend: "Your friend declined it",
      cancelledByMe: "You cancelled it",
      cancelledByFriend: "Your friend cancelled it",
    },
    failures: {
      unreadable: "It can’t be read any more on the sender’s side",
      full: "The receiver’s device has no room for it",
      altered: "It arrived damaged, so nothing was kept",
      broken: "The two pages did not understand each other",
    },
    places: {
      memory: "Stays in this tab until you save it",
      picked: "Your browser asks where to save it",
      none: "Too large for this browser",
    },
    news: {
      offered: "Your friend wants to send you {name} ({size})",
      arrived: "{name} has arrived",
      delivered: "Your friend has {name}",
      declined: "Your friend declined {name}",
      cancelled: "Your friend cancelled {name}",
      failed: "{name} could not be sent",
    },
    refused: {
      tooLarge: "{name} is too large: {limit} at most",
      tooMany: "{name} was not offered: {limit} files at a time",
    },
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
