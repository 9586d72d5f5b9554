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
  hearing: {
    /** What the friend does not hear or see of one, by the hop. */
    toFriend: {
      microphone: "Your microphone sends silence: your friend can’t hear you.",
      "voice-lost": "Your voice doesn’t reach your friend. Loading the page again often helps.",
      "sound-blocked":
        "Your friend’s sound is blocked: they can’t hear you until they press the button on their page.",
      camera: "Your camera gives no picture: your friend can’t see you.",
      "picture-black":
        "Your friend sees only black. Your camera may be covered, or another program may use it.",
      "picture-lost": "Your picture doesn’t reach your friend. Loading the page again often helps.",
    },
    /** And what one does not hear or see of the friend. */
    fromFriend: {
      microphone: "Your friend’s microphone sends silence. Their page tells them what to do.",
      "voice-lost": "Your friend’s voice doesn’t reach you. Loading the page again often helps.",
      camera: "Your friend’s camera gives no picture. Their page tells them what to do.",
      "picture-black": "Your friend’s camera shows only black. Their page tells them what to do.",
      "picture-lost":
        "Your friend’s picture doesn’t reach you. Loading the page again often helps.",
    },
    /** Opens where another one can be chosen. */
    check: {
      microphone: "Check the microphone",
      camera: "Check the camera",
    },
  },

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
    /** Said of a reaction; {sign} is its name. */
    youReacted: "You: {sign}",
    friendReacted: "Your friend: {sign}",
    writing: "Your friend is writing…",
    delivered: "Delivered",
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
