/** English: the catalogue every other language is checked against. */
export const en = {
  language: "Language",
  tagline: "A video call for exactly two people",
  description: "Open the page, type a room name, and talk. Straight from browser to browser.",
  needsJavaScript:
    "Duet needs JavaScript to reach your camera and microphone. Turn it on and reload.",

  /** After "Duet – " in the title of the window. */
  titles: {
    permission: "allow camera and microphone",
    blocked: "camera and microphone needed",
    prompt: "choose a room",
    joining: "joining",
    full: "room full",
    waiting: "waiting",
    connecting: "connecting",
    connected: "in a call",
    reconnecting: "reconnecting",
    ended: "call ended",
  },

  permission: {
    heading: "First, your camera and microphone",
    ask: "Your browser is asking for them now. Choose “Allow”.",
    why: "Duet is a video call for two: your friend needs to see you and hear you.",
    private:
      "Picture and voice travel encrypted, and no server keeps them. Neither is sent before you join a room.",
    helper:
      "So that two homes find each other, your browser may ask a public STUN server for the address it is seen at. That server learns this address: never the room, your words or your picture.",
    nothing: "Don’t see a question? Look next to this page’s address.",
  },

  blocked: {
    /** By what is missing, as far as the browser tells. */
    headings: {
      both: "Duet can’t reach your camera and microphone",
      camera: "Duet can’t reach your camera",
      microphone: "Duet can’t reach your microphone",
    },
    required: "A call needs both, camera and microphone.",
    causes: {
      "refused": {
        both: "The browser doesn’t let this page use them.",
        camera: "The browser doesn’t let this page use the camera.",
        microphone: "The browser doesn’t let this page use the microphone.",
      },
      "none-found": {
        both: "The browser found none on this device.",
        camera: "It’s the camera that’s missing: the browser found none on this device.",
        microphone: "It’s the microphone that’s missing: the browser found none on this device.",
      },
      "in-use": {
        both: "Another program is using them, or they’ve stopped responding.",
        camera: "Another program is using the camera, or it has stopped responding.",
        microphone: "Another program is using the microphone, or it has stopped responding.",
      },
      "blocked-by-system": {
        both: "The system settings of this device don’t let the browser use them.",
        camera: "The system settings of this device don’t let the browser use the camera.",
        microphone: "The system settings of this device don’t let the browser use the microphone.",
      },
    },
    insecure: "Browsers allow them only on secure pages, and this page isn’t one.",
    steps: "How to fix it",
    tryAgain: "Try again",
    trying: "Trying…",
    openSecure: "Open the secure page",
    check: "Check this device",
  },

  /** Numbered steps; the names of buttons are those of the programs themselves. */
  guides: {
    "refused": {
      "chrome": [
        "Click the icon to the left of the page’s address.",
        "Turn on Camera and Microphone.",
        "Come back here and press “Try again”.",
      ],
      "edge": [
        "Click the lock to the left of the page’s address.",
        "Set Camera and Microphone to “Allow”.",
        "Come back here and press “Try again”.",
      ],
      "firefox": [
        "Click the crossed-out camera or microphone next to the page’s address.",
        "Click the × next to each “Blocked”.",
        "Press “Try again”, and allow both when Firefox asks.",
      ],
      "safari": [
        "In the menu bar choose Safari › Settings for This Website…",
        "Set Camera and Microphone to “Allow”.",
        "Come back here and press “Try again”.",
      ],
      "ios-safari": [
        "Tap the page menu button in the address bar, then the three dots or “Website Settings”.",
        "Set Camera and Microphone to “Allow”.",
        "Come back here and tap “Try again”.",
      ],
      "ios-other": [
        "Open the Settings app and find your browser in the list of apps.",
        "Turn on Camera and Microphone.",
        "Come back here and tap “Try again”.",
      ],
      "android-chrome": [
        "Tap the icon to the left of the page’s address, then “Permissions”.",
        "Turn on Camera and Microphone.",
        "Come back here and tap “Try again”.",
      ],
      "other": [
        "Open the permissions of this page: usually an icon next to its address.",
        "Allow the camera and the microphone.",
        "Come back here and press “Try again”.",
      ],
    },
    "none-found": {
      desktop: [
        "Plug in a camera and a microphone, or turn on your headset.",
        "Check for a switch or a cover on the computer that turns them off.",
        "Press “Try again”.",
      ],
      phone: [
        "Disconnect headsets and other accessories.",
        "Restart the phone if the camera doesn’t work in other apps either.",
        "Tap “Try again”.",
      ],
    },
    "in-use": {
      desktop: [
        "Quit other programs that use the camera or microphone, such as Zoom, Teams or FaceTime.",
        "Close other browser tabs with a call.",
        "Press “Try again”. If it still fails, unplug the camera, plug it in again, or restart the browser.",
      ],
      phone: [
        "End any phone call, and close other apps that use the camera.",
        "Close other browser tabs with a call.",
        "Tap “Try again”.",
      ],
    },
    "blocked-by-system": {
      windows: [
        "Open Settings › Privacy & security › Camera.",
        "Turn on “Camera access” and “Let desktop apps access your camera”.",
        "Do the same under Microphone.",
        "Come back here and press “Try again”.",
      ],
      mac: [
        "Open System Settings › Privacy & Security › Camera, and turn on your browser.",
        "Do the same under Microphone.",
        "Reopen the browser if macOS asks you to, then press “Try again”.",
      ],
      linux: [
        "Open the system settings and look for Privacy.",
        "Allow the camera and the microphone, and check for a key or switch that turns them off.",
        "Come back here and press “Try again”.",
      ],
      ios: [
        "Open the Settings app and find your browser in the list of apps.",
        "Turn on Camera and Microphone.",
        "Come back here and tap “Try again”.",
      ],
      android: [
        "Open Settings › Apps › your browser › Permissions.",
        "Allow Camera and Microphone.",
        "In Quick Settings, check that camera and microphone access is on.",
        "Come back here and tap “Try again”.",
      ],
      other: [
        "Open the privacy settings of this device.",
        "Allow your browser to use the camera and the microphone.",
        "Come back here and press “Try again”.",
      ],
    },
    "insecure": {
      any: [
        "Open this page with an address that starts with https://",
        "If that doesn’t work, ask the person who runs this site.",
      ],
    },
  },

  prompt: {
    heading: "Which room?",
    explain:
      "Agree on a name with your friend. The first to type it opens the room, the second joins.",
    /** In place of the two above, for whoever followed a link. */
    invited: "Join “{room}”",
    invitedExplain: "Your link leads to this room. You can also type another name.",
    label: "Room name",
    join: "Join",
    joining: "Joining…",
    cancel: "Cancel",
    suggest: "Suggest a name",
    recent: "Recent rooms",
    forget: "Remove {room} from the list",
    notices: {
      "cancelled": "A call needs a room. Type a name to go on.",
      "blank": "Type a room name first. Spaces alone won’t do.",
      "too-long": "That name is too long: 64 characters at most.",
      "control-characters": "That name has invisible characters. Please type it again.",
      "unavailable": "The server can’t be reached right now. Try again in a moment.",
      "too-many": "Too many tries in a row.",
      "too-many-retry": "You can try again {when}.",
    },
  },

  full: {
    message: "“{room}” is full: two people are already in it.",
    another: "Try another name, or wait for a place.",
    /** For a person who comes back and finds their place taken. */
    firstInLine: "You are first in line.",
    retry: "A place may open up {when}.",
    now: "A place may be free now.",
    auto: "Join by itself when a place is free",
  },

  waiting: {
    heading: "Waiting for your friend",
    first: "You’re in. Send your friend the link, or tell them the room’s name.",
    left: "Your friend left. The room stays open: they can come back with the same link.",
    dropped:
      "Your friend’s connection was lost, and they haven’t come back yet. The room stays open.",
    room: "Room",
    link: "Link to this room",
    copy: "Copy link",
    copied: "Link copied",
    copyFailed: "Copying didn’t work. Select the link and copy it by hand.",
    share: "Share",
    shareText: "Join me for a video call",
    showCode: "Show QR code",
    hideCode: "Hide QR code",
    code: "QR code of the link to this room",
    scan: "Scan with a phone to join",
  },

  /** Somebody comes in who is not the friend, while the call flows. */
  newcomer: {
    heading: "Somebody new has come in",
    explain: "They have your friend’s place in the room. Letting them in ends this call.",
    letIn: "Let them in",
    keepTalking: "Keep talking",
    /** What the newcomer reads who was not let in. */
    refused: "You were not let in",
  },

  call: {
    region: "Call",
    heading: "Call in {room}",
    friend: "Friend",
    you: "You",
    controls: "Call controls",
    mute: "Mute",
    unmute: "Unmute",
    cameraOff: "Turn camera off",
    cameraOn: "Turn camera on",
    flipCamera: "Switch camera",
    leave: "Leave",
    more: "Settings",
    float: "Picture in picture",
    floating: "Your friend’s picture is in a window of its own",
    holdToTalk: "hold Space to talk",
    youAreMuted: "You’re muted",
    yourCameraIsOff: "Your camera is off",
    moveSelf: "Move your picture",
    moveSelfHow: "Use the arrow keys",
    hideSelf: "Hide your picture",
    showSelf: "Show your picture",
    lasted: "Time together",
  },

  status: {
    asking: "They are being asked whether to let you in",
    connecting: "Your friend is here. Connecting…",
    reconnecting: "Reconnecting…",
    away: "Your friend lost the connection. Waiting for them…",
    weak: "Weak connection",
    offline: "Server unreachable, the call goes on",
    offlineWaiting: "Server unreachable. Trying again…",
    offlineReconnecting: "You lost the connection. Reconnecting…",
    friendMuted: "Your friend is muted",
    friendCameraOff: "Your friend’s camera is off",
    friendVideoPaused: "Your friend’s connection is weak: voice only for now",
  },

  notices: {
    replaced: {
      camera: "Your camera was disconnected. Now using {label}.",
      microphone: "Your microphone was disconnected. Now using {label}.",
    },
    lost: {
      camera: "Your camera was disconnected: your friend can’t see you.",
      microphone: "Your microphone was disconnected: your friend can’t hear you.",
    },
    silent: {
      camera: "The system paused your camera.",
      microphone: "The system paused your microphone.",
    },
    revoked: {
      camera: "The browser no longer lets Duet use your camera.",
      microphone: "The browser no longer lets Duet use your microphone.",
    },
    resume: "Resume",
    askAgain: "Ask again",
    tapToHear: "Tap to hear your friend",
    speakingWhileMuted: "You’re speaking, but you’re muted.",
    videoPaused: "Your connection is weak: your picture is paused, your voice goes on.",
    noPath:
      "There is no way from your network to your friend’s. Try again, or use another network, such as your phone’s.",
    tryAgain: "Try again",
    newPerson: "Somebody else has come: your earlier messages are not theirs to read.",
    outdated: "This page is out of date",
    reload: "Reload",
    flooded: "Your friend sends too many messages; some were dropped.",
  },

  chat: {
    heading: "Messages",
    label: "Message",
    send: "Send",
    empty: "No messages yet",
    emptyHint:
      "They go straight to your friend, stay on this page only, and are gone when you leave.",
    news: "New message: {text}",
    unread: "Unread messages",
    earlier: "Show earlier",
    undelivered: "Not delivered",
    later: "What you write arrives once the connection is back.",
    alone: "You can write again when your friend is back.",
  },

  /** Whether somebody could be in between (`call/verify/`). */
  verify: {
    heading: "Verify the call",
    explain: "Read these to each other. If you both see the same five, nobody is in between.",
    make: "Show the code",
    making: "Making the code…",
    match: "They match",
    differ: "They differ",
    differHint: "If they differ, the call ends.",
    said: "Waiting for your friend to compare too.",
    verified: "Verified: you both saw the same code.",
    inherited: "Verified: still the same two as when you compared codes.",
    limit: "This can’t protect you from a server that sends other software to your browser.",
  },

  settings: {
    heading: "Settings",
    lowData: "Low data",
    lowDataHint: "Smaller picture, for slow or costly connections",
    selfView: "Show your own picture",
    shortcuts: "Single-key shortcuts",
    shortcutsHint: "Keys that work without Ctrl or Alt, never while you type",
    close: "Close",
  },

  /** "?" shows them. */
  keys: {
    heading: "Keyboard shortcuts",
    mute: "Microphone off or on",
    camera: "Camera off or on",
    talk: "Talk while muted, as long as you hold it",
    space: "Space",
    self: "Hide or show your picture",
    messages: "Messages",
    float: "Picture in picture",
    copy: "Copy the link, while you wait",
    list: "This list",
    escape: "Close what is open",
  },

  figures: {
    heading: "Connection",
    quality: "Quality",
    marks: { good: "Good", fair: "Fair", poor: "Poor" },
    mark: "Connection: {mark}",
    unknown: "not known yet",
    roundTrip: "Round trip",
    loss: "Packets lost",
    received: "Receiving",
    sent: "Sending",
    picture: "Picture",
    pictureRate: "{size}, {rate} fps",
    codecs: "Codecs",
    route: "Route",
    direct: "Direct",
    relayed: "Through a relay",
    none: "–",
    encrypted:
      "Picture and voice are encrypted on the way. Compare codes to see whether anybody is in between.",
  },

  ended: {
    left: "You left the call",
    forged: "The codes differ",
    forgedHint: "Somebody may be in between: the call was ended.",
    elsewhere: "The call goes on in another window",
    elsewhereHint: "This room was opened again in this browser, so this page gave up its place.",
    lasted: "Time together: {duration}",
    callAgain: "Call again",
    takeBack: "Continue here",
    otherRoom: "Another room",
  },

  errors: {
    notFound: "There’s nothing here",
    notFoundHint: "The address may have a typo. Calls start on the home page.",
    failed: "Something went wrong",
    failedHint: "That’s on us. Try again in a moment.",
    home: "Go to the home page",
  },

  /** Friendly room names: every adjective goes with every noun. */
  names: {
    pattern: "{adjective}-{noun}",
    adjectives:
      "amber bold brave breezy bright calm clever cozy crisp curious dapper early easy fair gentle glad golden happy hidden honest jolly keen kind little lively lucky mellow merry mighty misty nimble noble patient quick quiet rosy silver sunny swift tidy warm witty",
    nouns:
      "acorn anchor apple badger beacon breeze brook canyon cedar clover comet cricket dolphin ember falcon fern fiddle forest garden harbor heron island lantern lark maple meadow melon moon otter pebble piano pine planet puffin river robin sparrow teapot tulip violin walnut willow",
  },
} as const;
