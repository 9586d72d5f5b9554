/**
 * The call engine: the reducer in the middle, and around it the edges that carry out its effects.
 * Everything a screen may see or do is in `view.ts`.
 */
import { signal } from "@preact/signals";
import { createCapture } from "./media/capture.ts";
import type { ChannelMessage } from "./connection/channel.ts";
import { createConversation } from "./chat/conversation.ts";
import { chime } from "./page/chime.ts";
import { runEffect } from "./effects.ts";
import { createIdentity } from "./seat/identity.ts";
import { createLinks } from "./connection/current.ts";
import { createLoop } from "./machine/run.ts";
import { createNotices } from "./page/notices.ts";
import { livePage } from "./page/life.ts";
import { connectSignalling } from "./socket/socket.ts";
import { watchSpeech } from "./media/speech.ts";
import { type Call, type Destination, initialCall, isSeated } from "./machine/state.ts";
import { createTimers } from "./page/timers.ts";
import type { CallView, Camera, Controls, Figures } from "./view.ts";
import { type Watch, watchLink } from "./recovery/watch.ts";

export interface CallOptions {
  /** Where the address leads; whether to walk in by itself is found out here. */
  readonly then: Destination;
  readonly socketUrl: string;
}

/** The friend is announced this long after arriving, ms: by then they are to be seen. */
const CHIME_MS = 500;

/** Starts a call at once: asks for camera and microphone and opens the socket. */
export function createCall(options: CallOptions): CallView & { stop(): void } {
  const call = signal<Call>(initialCall(options.then));
  const local = signal<MediaStream | null>(null);
  const remote = signal<MediaStream | null>(null);
  const controls = signal<Controls>({ muted: false, cameraOff: false, lowData: false });
  const camera = signal<Camera>({ facing: "user", canFlip: false });
  const figures = signal<Figures | null>(null);
  const notices = createNotices();
  const identity = createIdentity();
  let watch: Watch | null = null;
  let videoPaused = false;
  let stopSpeech: (() => void) | null = null;

  const loop = createLoop({
    shown: call,
    run: (effect) => runEffect(effect, edges),
    after: afterStep,
    urgent: () => links.answering,
  });
  const { dispatch } = loop;

  function afterStep({ state, flowing }: Call): void {
    signalling.setUrgent(isSeated(state) && state.name !== "waiting" && !flowing);
    const noPath = (state.name === "connecting" || state.name === "reconnecting") && state.noPath;
    notices.set("no-path", noPath ? { kind: "no-path" } : null);
    if (state.name === "waiting" || !isSeated(state)) conversation.quiet();
  }

  const capture = createCapture({
    // Whether this page walks in by itself is known before the prompt could flash up.
    ready: () => void returning.then(() => dispatch({ type: "media-ready" })),
    failed: (problem) => dispatch({ type: "media-failed", problem }),
    stream: (stream) => {
      local.value = stream;
      listenWhileMuted();
    },
    camera: (now) => camera.value = now,
    tracks: (tracks) => links.setTracks(tracks),
    notice: (device, notice) => notices.set(device, notice),
  });

  const signalling = connectSignalling(options.socketUrl, {
    open: () => dispatch({ type: "socket-open" }),
    down: () => dispatch({ type: "socket-down" }),
    message: (message) => dispatch({ type: "server", message }),
    ice: (ice) => {
      links.setIce(ice);
      timers.stop("renew-ice");
      if (ice.renewInMs !== null) timers.start("renew-ice", ice.renewInMs, askForIce);
    },
  }, { knockUrl: "/healthz" });

  const links = createLinks({
    tracks: () => capture.tracks(),
    send: (to, message) => signalling.send({ type: "signal", to, signal: message }),
    begun(link) {
      watch?.stop();
      figures.value = null;
      videoPaused = false;
      notices.set("video-paused", null);
      dispatch({ type: "link-begun", link: link.id });
      if (remote.value === null) remote.value = link.stream;
      watch = watchLink(link, controls.value.lowData, {
        figures,
        event: dispatch,
        flow(flow) {
          if (flow === "flowing") remote.value = link.stream;
          else if (flow !== "starting") signalling.probe();
        },
        restart({ freshServers, anew }) {
          if (freshServers) askForIce();
          link.restart(links.iceServers, anew);
        },
        canStartAnew: () => loop.call.online,
        hasRelay: () => links.iceServers.some(({ urls }) => String(urls).includes("turn")),
        videoPaused(paused) {
          videoPaused = paused;
          notices.set("video-paused", paused ? { kind: "video-paused" } : null);
          conversation.changed();
        },
        woke: () => signalling.hurry(),
      });
    },
    events: () => ({
      message: onChannelMessage,
      channelOpen: conversation.opened,
      media: () => watch?.monitor.heard(),
      connection: (state) => watch?.monitor.connection(state),
    }),
    broken(link, error) {
      console.error("Duet: the peer connection cannot go on", error);
      if (link !== null) dispatch({ type: "link-failed", link });
    },
  });

  const conversation = createConversation({
    session: identity.session,
    say: (message) => links.current?.say(message) ?? false,
    own: () => {
      const { muted, cameraOff } = controls.value;
      return { muted, cameraOff, videoPaused };
    },
  });

  const timers = createTimers();

  const edges = {
    capture,
    links,
    signalling,
    identity,
    timers,
    dispatch,
    state: () => loop.call.state,
    chime() {
      conversation.clear();
      // Opening the sound device takes the main thread 60–80 ms: not while we should answer.
      timers.start("chime", CHIME_MS, () => void chime().catch(() => undefined));
    },
    closeLink(all: boolean) {
      links.current?.say({ type: "goodbye" });
      watch?.stop();
      watch = null;
      conversation.drop();
      links.close(all);
      remote.value = null;
      figures.value = null;
      notices.set("tap-to-hear", null);
      notices.set("video-paused", null);
      if (all) {
        notices.clear();
        conversation.clear();
      }
    },
  };

  function onChannelMessage(message: ChannelMessage): void {
    watch?.monitor.heard();
    const { current } = links;
    switch (message.type) {
      case "signal":
        return current?.receive(message.signal);
      case "goodbye":
        if (current !== null) dispatch({ type: "link-goodbye", link: current.id });
        return;
      case "status":
      case "text":
      case "heard":
        return conversation.receive(message);
      case "beat":
        return;
    }
  }

  function askForIce(): void {
    signalling.send({ type: "ice" });
  }

  function listenWhileMuted(): void {
    stopSpeech?.();
    stopSpeech = null;
    notices.set("speech", null);
    const { audio } = capture.tracks();
    if (!controls.value.muted || audio === null || globalThis.AudioContext === undefined) return;
    stopSpeech = watchSpeech(
      audio,
      (yes) => notices.set("speech", yes ? { kind: "speaking-while-muted" } : null),
    );
  }

  const leavePage = livePage({
    networkChanged() {
      signalling.hurry();
      links.renew();
      watch?.monitor.hint();
    },
    beat() {
      if (capture.tracks().audio === null) links.current?.say({ type: "beat" });
    },
    keep: identity.refresh,
    closing() {
      identity.refresh();
      if (isSeated(loop.call.state)) signalling.closing();
    },
  });

  const returning = identity.returnTo(options.then.room).then((room) => {
    if (room !== null) dispatch({ type: "return-to", room });
  });
  capture.acquire();

  return {
    call,
    local,
    remote,
    controls,
    camera,
    friend: conversation.friend,
    figures,
    texts: conversation.texts,
    notices: notices.list,
    dispatch,
    setMuted(muted) {
      controls.value = { ...controls.value, muted };
      capture.setMuted(muted);
      listenWhileMuted();
      conversation.changed();
    },
    setCameraOff(cameraOff) {
      controls.value = { ...controls.value, cameraOff };
      capture.setCameraOff(cameraOff);
      conversation.changed();
    },
    flipCamera: () => capture.flip(),
    setLowData(lowData) {
      controls.value = { ...controls.value, lowData };
      watch?.setLowData(lowData);
    },
    sendText: conversation.send,
    resumeDevice: (device) => capture.resume(device),
    reportPlayback: (refused) =>
      notices.set("tap-to-hear", refused ? { kind: "tap-to-hear" } : null),
    stop() {
      leavePage();
      stopSpeech?.();
      timers.stopAll();
      edges.closeLink(true);
      signalling.stop();
      capture.stop();
    },
  };
}
