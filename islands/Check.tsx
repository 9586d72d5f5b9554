import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type CheckName, nothingYet, type Outcome } from "../check/outcome.ts";
import { runChecks } from "../check/run.ts";
import { CheckScreen } from "../components/check/CheckScreen.tsx";
import "../components/shared.ts";
import { socketUrl } from "../components/socket_url.ts";
import type { CheckMessages } from "../locales/check/messages.ts";

/** The page at `/check`: what a call needs, tried one by one. */
export default function Check({ messages }: { readonly messages: CheckMessages }) {
  const outcomes = useSignal(nothingYet());
  const run = useSignal<AbortController | null>(null);
  useEffect(() => () => run.value?.abort(), []);

  function tell(name: CheckName, outcome: Outcome) {
    outcomes.value = { ...outcomes.value, [name]: outcome };
  }
  function start() {
    run.value?.abort();
    const controller = new AbortController();
    run.value = controller;
    const { loudspeaker } = outcomes.value;
    outcomes.value = { ...nothingYet(), loudspeaker };
    runChecks({ socketUrl: socketUrl(), tell, signal: controller.signal }).catch((error) => {
      console.error("Duet: the check cannot go on", error);
    });
  }
  return (
    <CheckScreen
      messages={messages}
      outcomes={outcomes.value}
      started={run.value !== null}
      start={start}
      tell={tell}
    />
  );
}
