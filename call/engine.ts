/**
 * The call engine: the reducer in the middle, and around it the parts that carry out its effects.
 * Here they are only introduced to each other. What a screen may see or do is in `view.ts`.
 */
import { signal } from "@preact/signals";
import { createConversation } from "./chat/conversation.ts";
import { isPath } from "./connection/connection.ts";
import { createConnections } from "./connection/current.ts";
import type { Tracks } from "./connection/lanes.ts";
import { carrySignal, hearMessage } from "./connection/wires.ts";
import { drawConsequences } from "./consequences.ts";
import { createCompanions, type LoadExtras } from "./extras/companions.ts";
import { createLoop } from "./machine/run.ts";
import { createShowing } from "./machine/showing.ts";
import {
  type Call,
  type Destination,
  hasFriend,
  holderOf,
  initialCall,
  isSeated,
  requestOf,
} from "./machine/state.ts";
import { createOwnMedia } from "./media/own_media.ts";
import { livePage } from "./page/life.ts";
import { createNotices } from "./page/notices.ts";
import { createTimers } from "./page/timers.ts";
import type { Platform } from "./platform.ts";
import { createRecovery } from "./recovery/recovery.ts";
import { runEffect } from "./run_effect.ts";
import { createIdentity } from "./seat/identity.ts";
import { createParting } from "./seat/parting.ts";
import { connectSocket } from "./socket/socket.ts";
import { createCurrentVerification } from "./verify/current.ts";
import type { CallView } from "./view.ts";
import { viewOf } from "./view_of.ts";

export interface CallOptions {
  /** Where the address leads; whether to walk in by itself is found out here. */
  readonly then: Destination;
  /** Whether whoever comes in is asked about first. */
  readonly asksFirst: boolean;
  readonly socketUrl: string;
  /** Fetches what two people do in a call besides. */
  readonly loadExtras: LoadExtras;
}

const KNOCK_URL = "/healthz";
/** What broke by a bug or an incompatible peer would break again: not at once, ms. */
const BROKEN_MS = 1_000;
/** The friend is announced this long after arriving, ms: by then they are to be seen. */
const CHIME_MS = 500;

/** Starts a call at once: asks for camera and microphone and opens the socket. */
export function createCall(options: CallOptions, platform: Platform): CallView & { stop(): void } {
  const { clock } = platform;
  const call = signal<Call>(initialCall(options.then, options.asksFirst));
  const remote = signal<MediaStream | null>(null);
  const notices = createNotices(clock);
  const timers = createTimers(clock);
  const identity = createIdentity(platform);
  let shared: Pick<Tracks, "screen" | "sound"> = { screen: null, sound: null };

  const showing = createShowing({ shown: call, clock, urgent: () => connections.answering });
  const loop = createLoop({
    first: call.value,
    show: showing.show,
    run: (effect) => runEffect(effect, edges),
    after: (now, before) => drawConsequences(now, before, told),
    moment: () => ({ now: clock.now(), id: platform.newId() }),
    bug: platform.reportBug,
  });
  const { dispatch } = loop;

  const own = createOwnMedia(platform, {
    // Whether this page walks in by itself is known before the prompt could flash up.
    ready: () => void returning.then(() => dispatch({ type: "media-ready" })),
    failed: (problem) => dispatch({ type: "media-failed", problem }),
    tracks() {
      connections.setTracks(tracksToSend());
      connections.prepare();
    },
    notice: notices.set,
    changed({ lowData }) {
      recovery.wish({ lowData });
      conversation.changed();
    },
  });

  const socket = connectSocket({ url: options.socketUrl, knockUrl: KNOCK_URL, platform }, {
    open() {
      parting.socketOpen();
      dispatch({ type: "socket-open" });
    },
    down() {
      // Not every move of the machine is told; candidates gathered before it would lead nowhere.
      connections.networkChanged();
      parting.socketDown();
      dispatch({ type: "socket-down" });
    },
    message: (message) => dispatch({ type: "server", message }),
    ice(ice) {
      connections.setIce(ice);
      if (!isSeated(loop.call.state)) connections.prepare();
      timers.stop("renew-ice");
      if (ice.renewInMs !== null) timers.start("renew-ice", ice.renewInMs, askForIce);
    },
    outdated: () => notices.set("outdated", { kind: "outdated" }),
  });

  const parting = createParting(clock, socket.send);

  const connections = createConnections({
    platform,
    tracks: tracksToSend,
    send(signal) {
      carrySignal(signal, { state: loop.call.state, socket, current: connections.current });
    },
    begun(connection) {
      recovery.follow(connection);
      verification.follow(connection);
      companions.follow(connection);
    },
    events: ({ id }) => ({
      message(message) {
        recovery.heard();
        hearMessage(message, id, listeners);
      },
      channelOpen() {
        conversation.opened();
        verification.opened();
        companions.opened();
      },
      media: () => recovery.heard(),
      agreed() {
        // Not before: a player takes each track of a stream as it comes, in the way of the answer.
        remote.value ??= connections.current?.stream ?? null;
        dispatch({ type: "link-agreed", link: id });
      },
      connection: (state) => recovery.connection(state),
      ice(state) {
        recovery.ice(state);
        // What was to be said while there was no path was not.
        if (!isPath(state)) return;
        conversation.opened();
        companions.carries();
      },
    }),
    broken(link, error) {
      platform.reportBug("The peer connection cannot go on", error);
      timers.start("broken", BROKEN_MS, () => dispatch({ type: "link-failed", link }));
    },
  });

  const recovery = createRecovery({
    platform,
    event: dispatch,
    flows(connection) {
      remote.value = connection.stream;
      conversation.opened();
    },
    probeSocket: () => socket.probe(),
    woke: () => socket.hurry(),
    moved: connections.movedTo,
    replaceSocket: socket.moved,
    canStartAnew() {
      const { state, online } = loop.call;
      return online && hasFriend(state) && !state.away;
    },
    iceServers: () => connections.iceServers,
    renewServers: askForIce,
    videoPaused(paused) {
      notices.set("video-paused", paused ? { kind: "video-paused" } : null);
      conversation.changed();
    },
  });

  const conversation = createConversation({
    platform,
    say: (message) => connections.current?.say(message) ?? false,
    own() {
      const { muted, cameraOff } = own.controls.value;
      return { muted, cameraOff, videoPaused: recovery.videoPaused };
    },
    tooMany: () => notices.set("texts", { kind: "texts-dropped" }),
  });

  const verification = createCurrentVerification({
    platform,
    holder: () => holderOf(loop.call.state),
    forged: (link) => dispatch({ type: "link-forged", link }),
  });

  const companions = createCompanions(options.loadExtras, {
    platform,
    own,
    remote,
    friend: conversation.friend,
    notices,
    share(tracks) {
      shared = tracks;
      connections.setTracks(tracksToSend());
      recovery.wish({ sharing: tracks.screen !== null });
    },
    say: (of, body) => connections.current?.say({ type: "extra", of, body }) ?? false,
  });

  const listeners = {
    event: dispatch,
    words: conversation.receive,
    verify: verification.receive,
    extra: companions.receive,
  };
  const told = {
    ...{ identity, socket, notices, conversation, companions, recovery, remote },
  };

  const edges = {
    capture: own.capture,
    connections,
    socket,
    identity,
    parting,
    timers,
    dispatch,
    isAsked: (request: string) => requestOf(loop.call.state) === request,
    // Opening the sound device takes the main thread 60–80 ms: not while we should answer.
    chime: () => timers.start("chime", CHIME_MS, platform.chime),
    closeLink() {
      connections.current?.say({ type: "goodbye" });
      recovery.release();
      verification.release();
      companions.release();
      connections.closeCurrent();
      remote.value = null;
      notices.set("tap-to-hear", null);
    },
    endCall() {
      timers.stop("chime");
      connections.close();
      notices.clear();
      conversation.clear();
      companions.end();
      own.capture.release();
    },
  };

  function tracksToSend(): Tracks {
    const { audio, video } = own.capture.tracks();
    return { voice: audio, camera: video, ...shared };
  }

  function keep(): void {
    identity.refresh(loop.call.known);
  }

  function askForIce(): void {
    socket.send({ type: "ice" });
  }

  const leavePage = livePage(platform, {
    networkChanged() {
      socket.hurry();
      connections.networkChanged();
      recovery.hint();
    },
    beat() {
      if (tracksToSend().voice === null) connections.current?.say({ type: "beat" });
    },
    keep,
    closing() {
      keep();
      if (isSeated(loop.call.state)) socket.closing();
    },
  });

  const returning = identity.returnTo(options.then.room).catch(() => null).then((room) => {
    if (room !== null) dispatch({ type: "return-to", room });
  });
  own.capture.acquire();

  const view = viewOf({
    ...{ call, remote, own, conversation, recovery, notices, companions, verification, dispatch },
  });
  return {
    ...view,
    stop() {
      leavePage();
      showing.stop();
      timers.stopAll();
      edges.closeLink();
      edges.endCall();
      socket.stop();
      own.stop();
    },
  };
}
