/** What the rig records inside every page, from before the page's own first script. */
export interface PageRig {
  /**
   * Every connection the page made, in order, closed ones too; of those made by windows within it only
   * the ones that heard of a friend.
   */
  connections: RTCPeerConnection[];
  /** The configuration each of them was made with. */
  configurations: RTCConfiguration[];
  /** When the friend's last frame was shown, on the clock of `performance.now()`. */
  lastFrameAt: number;
  /** Frames of the friend shown so far. */
  frames: number;
  /** The longest time between two frames since the last reset. */
  largestGapMs: number;
  /** How many connections there were then. */
  connectionsAtReset: number;
  /** For how long it must stay away to count as standing, ms. */
  stoodMs: number;
  /** When the friend's picture went on after it had stood, or began, last; ms since the epoch. */
  backAt: number | null;
  /** The newest connection that is up, told apart from those of other lives of the page. */
  current(): string | undefined;
}

/** The window of a page that the rig was installed in. */
export interface RigWindow {
  duetRig: PageRig;
  RTCPeerConnection: typeof RTCPeerConnection;
  /** Its own of a page, the page of a window within. */
  parent: RigWindow;
}

/**
 * Runs inside the page. It only watches: the page's connections are the browser's own, made with
 * the page's own arguments.
 */
export function installPageRig(): void {
  // Longer than a slow machine needs for a frame, shorter than a person needs to notice.
  const STOOD_MS = 400;
  const page = globalThis as unknown as RigWindow;
  const isWithin = page.parent !== page;
  const rig: PageRig = isWithin ? page.parent.duetRig : {
    connections: [],
    configurations: [],
    lastFrameAt: performance.now(),
    frames: 0,
    largestGapMs: 0,
    connectionsAtReset: 0,
    stoodMs: STOOD_MS,
    backAt: null,
    current() {
      const index = rig.connections.findLastIndex((one) => one.connectionState === "connected");
      return index < 0 ? undefined : `${performance.timeOrigin}: ${index}`;
    },
  };
  page.duetRig = rig;

  if (page.RTCPeerConnection) {
    const recording = new Proxy(page.RTCPeerConnection, {
      construct(target, args, newTarget) {
        const maker = newTarget === recording ? target : newTarget;
        const connection = Reflect.construct(target, args, maker) as RTCPeerConnection;
        const record = () => {
          if (rig.connections.includes(connection)) return;
          rig.connections.push(connection);
          rig.configurations.push((args[0] ?? {}) as RTCConfiguration);
        };
        if (isWithin) {
          connection.addEventListener("signalingstatechange", () => {
            if (connection.remoteDescription !== null) record();
          });
        } else record();
        return connection;
      },
    });
    page.RTCPeerConnection = recording;
  }

  if (isWithin) return;
  const watched = new WeakSet<HTMLVideoElement>();
  const watch = (video: HTMLVideoElement) => {
    if (watched.has(video)) return;
    watched.add(video);
    const onFrame: VideoFrameRequestCallback = (_, { rtpTimestamp }) => {
      // Without one it is no frame of the friend's: Chromium shows black where a track has ended.
      if (video.getAttribute("aria-label") === "Friend" && rtpTimestamp !== undefined) {
        const now = performance.now();
        const gapMs = now - rig.lastFrameAt;
        rig.largestGapMs = Math.max(rig.largestGapMs, gapMs);
        if (rig.frames === 0 || gapMs > rig.stoodMs) rig.backAt = performance.timeOrigin + now;
        rig.lastFrameAt = now;
        rig.frames++;
      }
      video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  };
  const watchAll = () => {
    document.querySelectorAll<HTMLVideoElement>('video[aria-label="Friend"]').forEach(watch);
  };
  new MutationObserver(watchAll).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ["aria-label"],
  });
}
