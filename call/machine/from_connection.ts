/** What the peer connection's news do to a call. */
import type { LinkEvent, Step } from "./events.ts";
import { type Call, isSeated } from "./state.ts";
import { alone, enter, stay } from "./step.ts";

export function onLink(call: Call, event: LinkEvent, now: number): Step {
  const { state } = call;
  if (event.type === "link-begun") {
    return isSeated(state) ? stay({ ...call, link: event.link, flowing: false }) : stay(call);
  }
  if (!isSeated(state) || state.name === "waiting" || event.link !== call.link) return stay(call);
  const { room, peer } = state;
  switch (event.type) {
    case "link-flowing": {
      const since = "since" in state ? state.since : now;
      return enter(
        { ...call, flowing: true },
        { name: "connected", since, weak: false, room, peer },
      );
    }
    case "link-weak":
      return state.name === "connected" ? enter(call, { ...state, weak: true }) : stay(call);
    case "link-stalled": {
      const stalled = { ...call, flowing: false };
      if (state.name !== "connected") return stay(stalled);
      const { since } = state;
      return enter(
        stalled,
        { name: "reconnecting", because: "network", noPath: false, room, since, peer },
      );
    }
    case "link-failed": {
      const failed = { ...call, flowing: false };
      if (state.name === "connected" || peer === null) return stay(failed);
      return stay(failed, { type: "offer", to: peer });
    }
    case "link-no-path":
      return state.name === "connected" ? stay(call) : enter(call, { ...state, noPath: true });
    case "link-goodbye":
      return alone(call, "left");
  }
}
