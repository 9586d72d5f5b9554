import type { ExtraMessages } from "../locales/extras/messages.ts";
import type { Messages } from "../locales/messages.ts";
import { useExtraText } from "./extra_text.ts";
import { Panel } from "./Panel.tsx";
import { useText } from "./text.ts";

/** Each single key and what it does, in the order of the bar. */
function keysOf(
  { keys }: Messages,
  { talk, share, pictures }: ExtraMessages,
): readonly (readonly [key: string, does: string])[] {
  return [
    ["M", keys.mute],
    ["V", keys.camera],
    [keys.space, keys.talk],
    ["H", keys.self],
    ["T", keys.messages],
    ["P", keys.float],
    ["F", pictures.fullScreen],
    ["S", share.keys.share],
    ["+ − 0", share.keys.zoom],
    ["R", talk.react],
    ["C", keys.copy],
    ["?", keys.list],
    ["Esc", keys.escape],
  ];
}

/** All keyboard shortcuts; "?" opens it. */
export function KeysPanel({ close }: { close: () => void }) {
  const { messages } = useText();
  const extras = useExtraText();
  return (
    <Panel name="keys" heading={messages.keys.heading} close={close}>
      <dl class="keys">
        {keysOf(messages, extras).map(([key, does]) => (
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
