import { Icon } from "./Icon.tsx";
import { useText } from "./text.ts";

/** Behind the browser's question: why it asks. Also what the server renders. */
export function Permission() {
  const { permission } = useText().messages;
  return (
    <section class="side">
      <div class="panel">
        <h1>{permission.heading}</h1>
        <p class="lead" role="status">{permission.ask}</p>
        <p>{permission.why}</p>
        <p class="assurance">
          <Icon name="lock" />
          <span>{permission.private}</span>
        </p>
        <p class="hint late">{permission.nothing}</p>
      </div>
    </section>
  );
}
