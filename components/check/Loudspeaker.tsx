import { useSignal } from "@preact/signals";
import { playTone } from "../../check/devices.ts";
import { failed, OK, type Outcome } from "../../check/outcome.ts";
import type { CheckMessages } from "../../locales/check/messages.ts";

interface LoudspeakerProps {
  readonly messages: CheckMessages["tone"];
  readonly tell: (outcome: Outcome) => void;
}

/** Only the person knows whether a sound was heard. */
export function Loudspeaker({ messages, tell }: LoudspeakerProps) {
  const step = useSignal<"idle" | "playing" | "asking">("idle");

  async function play() {
    step.value = "playing";
    try {
      await playTone();
      step.value = "asking";
    } catch {
      answer(failed("in-use"));
    }
  }
  function answer(outcome: Outcome) {
    step.value = "idle";
    tell(outcome);
  }

  if (step.value === "asking") {
    return (
      <div class="actions" role="group" aria-label={messages.ask}>
        <span>{messages.ask}</span>
        <button type="button" class="button" onClick={() => answer(OK)}>{messages.yes}</button>
        <button type="button" class="button" onClick={() => answer(failed("unheard"))}>
          {messages.no}
        </button>
      </div>
    );
  }
  return (
    <div class="actions">
      <button type="button" class="button" disabled={step.value === "playing"} onClick={play}>
        {step.value === "playing" ? messages.playing : messages.play}
      </button>
    </div>
  );
}
