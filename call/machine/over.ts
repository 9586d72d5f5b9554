/** The end of a call: the seat and everything that belongs to it is let go. */
import { type Effect, enter, type Moment, stay, type Step, stop } from "./effects.ts";
import { type Call, type EndReason, isSeated } from "./state.ts";

export function over(call: Call, because: EndReason, { now }: Moment): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const { room } = state;
  const lastedMs = "since" in state ? now - state.since : null;
  const own: Effect[] = because === "left" || because === "forged" ? [{ type: "leave" }] : [];
  // A seat used elsewhere is still this person's: only one that is given up or refused is forgotten.
  const forget: Effect[] = because === "elsewhere" ? [] : [{ type: "forget-seat", room }];
  return enter(
    call,
    { name: "ended", room, because, lastedMs },
    ...stop("answer", "rejoin", "hold", "vouch", "offer"),
    ...own,
    ...forget,
    { type: "close-link" },
    { type: "release-media" },
  );
}
