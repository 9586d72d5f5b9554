/**
 * Runs in the browser: what most people would write first with these two packages. The newcomer
 * calls, candidates trickle, nothing is repaired.
 *
 * The document says how far it is as `data-call`: `permission`, `waiting`, `connecting`, `connected`,
 * `full` or `blocked`.
 */
import { io } from "npm:socket.io-client@4.8.4";
// @ts-types="npm:@types/simple-peer@9.11.9"
import Peer from "npm:simple-peer@9.11.1";

/** The same wishes as Duet's (`call/media/choices.ts`), so that both send the same. */
const WISHES: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    facingMode: "user",
  },
};

const room = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
let peer: Peer.Instance | null = null;

function say(state: string): void {
  document.documentElement.dataset.call = state;
}

function play(label: string, stream: MediaStream): void {
  const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
  if (video !== null) video.srcObject = stream;
}

say("permission");
try {
  const own = await navigator.mediaDevices.getUserMedia(WISHES);
  play("You", own);
  const socket = io();

  const call = (initiator: boolean): Peer.Instance => {
    say("connecting");
    const made = new Peer({ initiator, stream: own, config: { iceServers: [] } });
    made.on("signal", (signal: Peer.SignalData) => socket.emit("signal", signal));
    made.on("stream", (stream: MediaStream) => play("Friend", stream));
    made.on("connect", () => say("connected"));
    made.on("error", (error: Error) => console.log(error.message));
    made.on("close", () => {
      peer = null;
      say("waiting");
    });
    return made;
  };

  socket.on("connect", () => socket.emit("join", room));
  socket.on("full", () => say("full"));
  socket.on("joined", ({ friend }: { friend: boolean }) => {
    say("waiting");
    if (friend) peer ??= call(true);
  });
  socket.on("signal", (signal: Peer.SignalData) => {
    peer ??= call(false);
    peer.signal(signal);
  });
} catch (error) {
  console.log(String(error));
  say("blocked");
}
