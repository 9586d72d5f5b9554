/** What the person asks for. */
import { parseRoomName } from "../../signaling/room_name.ts";
import { askToJoin } from "./ask.ts";
import { enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import type { PersonEvent } from "./events.ts";
import { letIn, meetAgain, turnOut } from "./friend.ts";
import { over } from "./over.ts";
import { type Call, hasFriend, isSeated } from "./state.ts";
import { FULL_RETRY_MS, SOONEST_RETRY_MS } from "./waits.ts";

export function onPerson(call: Call, event: PersonEvent, moment: Moment): Step {
  const { state } = call;
  switch (event.type) {
    case "try-again":
      if (state.name !== "blocked" || state.retrying) return stay(call);
      return enter(call, { ...state, retrying: true }, { type: "acquire-media" });
    case "join":
      return state.name === "prompt" || state.name === "full"
        ? join(call, { room: event.room, returning: false }, moment)
        : stay(call);
    case "auto-retry":
      return onAutoRetry(call, event.on);
    case "cancel":
      // The prompt may still be shown while the two are being connected (`showing.ts`).
      return state.name === "connecting" ? over(call, "left", moment) : cancel(call);
    case "leave":
      return isSeated(state) ? over(call, "left", moment) : cancel(call);
    case "call-again":
    case "other-room": {
      if (state.name !== "ended") return stay(call);
      const goIn = event.type === "call-again";
      const then = { room: goIn ? state.room : "", enter: goIn };
      return enter(call, { name: "permission", then }, { type: "acquire-media" });
    }
    case "try-connection":
      if (!hasFriend(state) || state.name === "connected" || !call.online) return stay(call);
      // A friend without a socket hears no offer; their return or the end of their hold comes first.
      if (state.away) return stay(call);
      return meetAgain(
        { ...call, state: { ...state, noPath: false } },
        { peer: state.peer, offer: null },
        moment,
      );
    case "let-in":
      return letIn(call, moment);
    case "keep-talking":
      return turnOut(call);
    case "ask-first":
      return stay({ ...call, asksFirst: event.on });
  }
}

/** Reads the name and asks for a seat. */
export function join(
  call: Call,
  typed: { readonly room: string; readonly returning: boolean },
  moment: Moment,
): Step {
  const parsed = parseRoomName(typed.room);
  if (!parsed.ok) {
    const notice = { kind: "bad-name", problem: parsed.problem } as const;
    return enter(
      call,
      { name: "prompt", room: typed.room, notice },
      ...stop("retry-full", "answer"),
    );
  }
  const asked = askToJoin(
    call,
    { room: parsed.name.shown, returning: typed.returning },
    moment,
  );
  // What the full room may still answer is nobody's any more.
  const undo = call.state.name === "full" && call.state.request !== null;
  return undo ? { call: asked.call, effects: [{ type: "leave" }, ...asked.effects] } : asked;
}

function cancel(call: Call): Step {
  const { state } = call;
  if (state.name === "joining") {
    // The answer may already be on its way: the seat is given up should it come.
    return enter(
      call,
      { name: "prompt", room: state.room, notice: null },
      ...stop("answer", "rejoin"),
      { type: "leave" },
      { type: "forget-seat", room: state.room },
    );
  }
  if (state.name !== "prompt" && state.name !== "full") return stay(call);
  const asked = state.name === "full" && state.request !== null;
  return enter(
    call,
    { name: "prompt", room: "", notice: { kind: "cancelled" } },
    ...stop("retry-full", "answer"),
    ...(asked ? [{ type: "leave" } as const] : []),
    // A seat once held there would be walked into after a reload.
    ...(state.name === "full" ? [{ type: "forget-seat", room: state.room } as const] : []),
  );
}

function onAutoRetry(call: Call, on: boolean): Step {
  const { state } = call;
  if (state.name !== "full") return stay(call);
  const next = { ...state, autoRetry: on };
  if (!on) return enter(call, next, ...stop("retry-full"));
  const ms = Math.max(SOONEST_RETRY_MS, state.retryInMs ?? FULL_RETRY_MS);
  return enter(call, next, start("retry-full", ms));
}
