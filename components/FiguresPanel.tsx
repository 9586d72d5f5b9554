import type { CallView } from "../call/view.ts";
import { figureRows } from "./figure_rows.ts";
import { Icon } from "./Icon.tsx";
import { Panel } from "./Panel.tsx";
import { useText } from "./text.ts";

interface FiguresPanelProps {
  readonly view: CallView;
  readonly close: () => void;
  /** Goes on to the code that proves it. */
  readonly verify: () => void;
}

/** The running call in numbers, for those who want to know. */
export function FiguresPanel({ view, close, verify }: FiguresPanelProps) {
  const text = useText();
  const { figures } = text.messages;
  return (
    <Panel name="figures" heading={figures.heading} close={close}>
      <dl class="figures">
        {figureRows(view.figures.value, text).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="assurance">
        <Icon name="lock" />
        <span>{figures.encrypted}</span>
      </p>
      <button type="button" class="button" onClick={verify}>
        {text.messages.verify.heading}
      </button>
      <a class="button quiet" href="/check" target="_blank" rel="noopener">
        {text.messages.blocked.check}
      </a>
    </Panel>
  );
}
