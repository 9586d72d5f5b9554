/** Where voice and picture get lost: the first silent hop on each way, from what both pages measure. */
import type { Direction, SilentHop } from "../facts.ts";
import type { Facts } from "./facts.ts";

/** What is lost on one way; `null`: nothing, as far as is known. */
export interface Lost {
  readonly voice: SilentHop | null;
  readonly picture: SilentHop | null;
}

/** @param friend `null`: their page tells nothing */
export function silentHops(own: Facts, friend: Facts | null): Readonly<Record<Direction, Lost>> {
  return {
    "to-friend": {
      voice: friend === null ? ownMicrophone(own) : voiceHop(own, friend),
      picture: friend === null ? ownCamera(own) : pictureHop(own, friend),
    },
    "from-friend": {
      voice: friend === null ? null : voiceHop(friend, own),
      picture: friend === null ? null : pictureHop(friend, own),
    },
  };
}

function voiceHop(sender: Facts, receiver: Facts): SilentHop | null {
  const { microphone } = sender;
  const { voice } = receiver;
  // Firefox does not tell the level of its microphone: what arrives tells it.
  if (microphone === "unknown" && voice === "silence") return "microphone";
  const own = ownMicrophone(sender);
  if (own !== null) return own;
  const isSent = microphone === "sounds" || microphone === "unknown";
  if (isSent && (voice === "silence" || voice === "nothing")) return "voice-lost";
  return receiver.player === "blocked" ? "sound-blocked" : null;
}

function pictureHop(sender: Facts, receiver: Facts): SilentHop | null {
  const own = ownCamera(sender);
  if (own !== null) return own;
  if (sender.camera !== "sends") return null;
  if (receiver.picture === "black") return "picture-black";
  return receiver.picture === "still" ? "picture-lost" : null;
}

function ownMicrophone({ microphone }: Facts): SilentHop | null {
  return microphone === "silent" ? "microphone" : null;
}

function ownCamera({ camera }: Facts): SilentHop | null {
  return camera === "stuck" ? "camera" : null;
}
