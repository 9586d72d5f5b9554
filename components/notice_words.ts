/** Each notice in words, with what the person can do about it. */
import type { Device } from "../call/machine/state.ts";
import type { Notice } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import type { Messages } from "../locales/messages.ts";

export interface NoticeWords {
  /** `alert`: it went wrong and stays so; `status`: it merely changed. */
  readonly role: "alert" | "status";
  readonly text: string;
  readonly action?: { readonly label: string; readonly resume: Device };
}

/** `null` for "tap-to-hear", which is one large button instead. */
export function noticeWords(notice: Notice, notices: Messages["notices"]): NoticeWords | null {
  switch (notice.kind) {
    case "device-replaced": {
      const { device, label } = notice;
      return { role: "status", text: fill(notices.replaced[device], { label }) };
    }
    case "device-lost":
      return {
        role: "alert",
        text: notices.lost[notice.device],
        action: { label: notices.askAgain, resume: notice.device },
      };
    case "device-silent":
      return {
        role: "alert",
        text: notices.silent[notice.device],
        action: { label: notices.resume, resume: notice.device },
      };
    case "permission-revoked":
      return {
        role: "alert",
        text: notices.revoked[notice.device],
        action: { label: notices.askAgain, resume: notice.device },
      };
    case "speaking-while-muted":
      return { role: "status", text: notices.speakingWhileMuted };
    case "video-paused":
      return { role: "status", text: notices.videoPaused };
    case "no-path":
      return { role: "alert", text: notices.noPath };
    case "new-person":
    case "texts-dropped":
    case "outdated":
    case "tap-to-hear":
      return null;
  }
}
