import type { Messages } from "../locales/messages.ts";
import { Panel } from "./Panel.tsx";
import { useText } from "./text.ts";

/** Each single key and what it does, in the order of the bar. */
function keysOf({ keys }: Messages): readonly (readonly [key: string, does: string])[] {
  return [
    ["M", keys.mute],
    ["V", keys.camera],
    [keys.space, keys.talk],
    ["S", keys.self],
    ["T", keys.messages],
    ["P", keys.float],
    ["C", keys.copy],
    ["?", keys.list],
    ["Esc", keys.escape],
  ];
}

/** All keyboard shortcuts; "?" opens it. */
export function KeysPanel({ close }: { close: () => void }) {
  const { messages } = useText();
  return (
    <Panel name="keys" heading={messages.keys.heading} close={close}>
      <dl class="keys">
        {keysOf(messages).map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
