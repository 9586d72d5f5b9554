/** What somebody does about the screen in front of them: pure. */
import type { PersonEvent } from "../../../call/machine/events.ts";
import type { CallState } from "../../../call/machine/state.ts";
import type { WhenFull } from "../schedule/happenings.ts";

export interface Traits {
  /** In front of a full room: agrees to go in by itself, presses the button, or only looks. */
  readonly whenFull: WhenFull;
  /** Lets a newcomer in when asked. */
  readonly lets: boolean;
}

export interface Answer {
  /** The button they press; `null`: none. */
  readonly event: PersonEvent | null;
  /** When they look at the screen again although nothing changed, ms; `null`: they do not. */
  readonly againMs: number | null;
  /** Whether they ask with it to be taken to the room they wish. */
  readonly asks: boolean;
}

/** Who has pressed a button looks at the screen again after this, ms. */
const LOOK_AGAIN_MS = 4_000;
const NOTHING: Answer = { event: null, againMs: null, asks: false };

/**
 * @param wish the room they want to talk in; `null`: they do not want to talk
 * @param waited whether they waited as long as the prompt told
 */
export function answerTo(
  state: CallState,
  { wish, waited, traits }: {
    readonly wish: string | null;
    readonly waited: boolean;
    readonly traits: Traits;
  },
): Answer {
  switch (state.name) {
    case "permission":
      return NOTHING;
    case "blocked":
      return { ...press({ type: "try-again" }), againMs: LOOK_AGAIN_MS };
    case "prompt":
      if (wish === null) return NOTHING;
      if (state.notice?.kind === "too-many" && !waited) {
        return { ...NOTHING, againMs: state.notice.retryInMs ?? LOOK_AGAIN_MS };
      }
      return ask({ type: "join", room: wish });
    case "full":
      return inFrontOfFull(state.autoRetry, wish, traits);
    case "joining":
      // What was pressed came before this screen did.
      return wish === null ? press({ type: "cancel" }) : NOTHING;
    case "ended":
      if (wish === null) return NOTHING;
      return state.room === wish ? ask({ type: "call-again" }) : press({ type: "other-room" });
    case "waiting":
      if (state.room !== wish) return press({ type: "leave" });
      if (state.newcomer === null) return NOTHING;
      return press({ type: traits.lets ? "let-in" : "keep-talking" });
    case "connecting":
      return state.room === wish ? seekWay(state.noPath, traits) : press({ type: "leave" });
    case "connected":
    case "reconnecting":
      if (state.room !== wish) return press({ type: "leave" });
      if (state.newcomer === null) return NOTHING;
      return press({ type: traits.lets ? "let-in" : "keep-talking" });
  }
}

function inFrontOfFull(autoRetry: boolean, wish: string | null, { whenFull }: Traits): Answer {
  if (wish === null) return press({ type: "cancel" });
  if (autoRetry || whenFull === "looks") return NOTHING;
  if (whenFull === "agrees") return ask({ type: "auto-retry", on: true });
  return { ...ask({ type: "join", room: wish }), againMs: LOOK_AGAIN_MS };
}

function seekWay(noPath: boolean, { whenFull }: Traits): Answer {
  if (!noPath || whenFull !== "presses") return NOTHING;
  return { ...press({ type: "try-connection" }), againMs: LOOK_AGAIN_MS };
}

function press(event: PersonEvent): Answer {
  return { ...NOTHING, event };
}

function ask(event: PersonEvent): Answer {
  return { event, againMs: null, asks: true };
}
