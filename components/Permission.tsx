import { Icon } from "./Icon.tsx";
import { useText } from "./text.ts";
import type { StateOf } from "./types.ts";

/** Behind the browser's question: why it asks. Also what the server renders. */
export function Permission({ state: { then } }: { state: StateOf<"permission"> }) {
  const { permission } = useText().messages;
  if (then.enter) return <Returning room={then.room} />;
  return (
    <section class="side">
      <div class="panel">
        <h1>{permission.heading}</h1>
        <p class="lead" role="status">{permission.ask}</p>
        <p>{permission.why}</p>
        <p class="assurance">
          <Icon name="lock" />
          <span>{permission.private} {permission.helper}</span>
        </p>
        <p class="hint late">{permission.nothing}</p>
      </div>
    </section>
  );
}

/** After a reload the browser has its answer already: nothing to explain. */
function Returning({ room }: { room: string }) {
  const { status } = useText().messages;
  return (
    <section class="side">
      <div class="panel">
        <h1>{room}</h1>
        <p class="lead" role="status">{status.reconnecting}</p>
      </div>
    </section>
  );
}
