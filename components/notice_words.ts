/** Each notice in words, with what the person can do about it; and which come first. */
import type { Device } from "../call/machine/state.ts";
import type { Notice } from "../call/view.ts";
import type { ExtraMessages } from "../locales/extras/messages.ts";
import { fill } from "../locales/format.ts";
import type { Messages } from "../locales/messages.ts";

export interface NoticeWords {
  /** `alert`: it went wrong and stays so; `status`: it merely changed. */
  readonly role: "alert" | "status";
  readonly text: string;
  readonly action?: { readonly label: string; readonly does: NoticeAction };
}

export type NoticeAction =
  | { readonly type: "resume"; readonly device: Device }
  | { readonly type: "try-connection" }
  | { readonly type: "choose-device" }
  | { readonly type: "reload" };

export interface Words {
  readonly notices: Messages["notices"];
  readonly hearing: ExtraMessages["hearing"];
}

/** More would hide the pictures, and nobody reads three at once. */
const MAX_NOTICES = 2;

/** What keeps the two from seeing and hearing each other comes before what is merely good to know. */
const BY_URGENCY: readonly Notice["kind"][] = [
  "tap-to-hear",
  "no-path",
  "outdated",
  "permission-revoked",
  "device-lost",
  "device-silent",
  "silent-hop",
  "speaking-while-muted",
  "video-paused",
  "new-person",
  "texts-dropped",
  "device-replaced",
];

/** The most pressing notices, most pressing first; the others wait until these are gone. */
export function pressing(notices: readonly Notice[]): readonly Notice[] {
  return notices
    .filter((notice) => !isSaidAlready(notice, notices))
    .toSorted((a, b) => BY_URGENCY.indexOf(a.kind) - BY_URGENCY.indexOf(b.kind))
    .slice(0, MAX_NOTICES);
}

/** Why one's own device is silent may be known: then that it is so is no more news. */
function isSaidAlready(notice: Notice, notices: readonly Notice[]): boolean {
  if (notice.kind !== "silent-hop" || notice.direction === "from-friend") return false;
  return notices.some((other) => "device" in other && other.device === notice.hop);
}

/** `null` for "tap-to-hear", which is one large button instead. */
export function noticeWords(notice: Notice, words: Words): NoticeWords | null {
  const { notices } = words;
  switch (notice.kind) {
    case "device-replaced": {
      const { device, label } = notice;
      return { role: "status", text: fill(notices.replaced[device], { label }) };
    }
    case "device-lost":
      return lost(notice.device, { text: notices.lost, label: notices.askAgain });
    case "device-silent":
      return lost(notice.device, { text: notices.silent, label: notices.resume });
    case "permission-revoked":
      return lost(notice.device, { text: notices.revoked, label: notices.askAgain });
    case "silent-hop":
      return silentHop(notice, words);
    case "speaking-while-muted":
      return { role: "status", text: notices.speakingWhileMuted };
    case "video-paused":
      return { role: "status", text: notices.videoPaused };
    case "no-path":
      return {
        role: "alert",
        text: notices.noPath,
        action: { label: notices.tryAgain, does: { type: "try-connection" } },
      };
    case "new-person":
      return { role: "status", text: notices.newPerson };
    case "texts-dropped":
      return { role: "status", text: notices.flooded };
    case "outdated":
      return {
        role: "alert",
        text: notices.outdated,
        action: { label: notices.reload, does: { type: "reload" } },
      };
    case "tap-to-hear":
      return null;
  }
}

type SilentHopNotice = Extract<Notice, { kind: "silent-hop" }>;

/** What the person can mend themselves is an alert; what the friend must, a status. */
function silentHop({ hop, direction }: SilentHopNotice, words: Words): NoticeWords | null {
  const { notices, hearing } = words;
  const reload = { label: notices.reload, does: { type: "reload" } } as const;
  const isLost = hop === "voice-lost" || hop === "picture-lost";
  if (direction === "from-friend") {
    // One's own player: the large button.
    if (hop === "sound-blocked") return null;
    const text = hearing.fromFriend[hop];
    return isLost ? { role: "status", text, action: reload } : { role: "status", text };
  }
  const text = hearing.toFriend[hop];
  if (isLost) return { role: "status", text, action: reload };
  if (hop === "sound-blocked") return { role: "status", text };
  const label = hop === "microphone" ? hearing.check.microphone : hearing.check.camera;
  return { role: "alert", text, action: { label, does: { type: "choose-device" } } };
}

interface LostWords {
  readonly text: Readonly<Record<Device, string>>;
  readonly label: string;
}

function lost(device: Device, { text, label }: LostWords): NoticeWords {
  return { role: "alert", text: text[device], action: { label, does: { type: "resume", device } } };
}
