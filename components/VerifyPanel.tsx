import { useEffect, useState } from "preact/hooks";
import type { Verification } from "../call/verify/verification.ts";
import type { CallView } from "../call/view.ts";
import type { NamedEmoji } from "../locales/emoji.ts";
import { useExtraText } from "./extra_text.ts";
import { Panel } from "./Panel.tsx";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";

interface VerifyPanelProps {
  readonly view: CallView;
  readonly close: () => void;
}

/** Five emoji to read to each other: whether anybody is in between. */
export function VerifyPanel({ view, close }: VerifyPanelProps) {
  const { verify } = useText().messages;
  return (
    <Panel name="verify" heading={verify.heading} close={close}>
      <div role="status">
        <Progress view={view} now={view.verification.value} />
      </div>
      <p class="hint">{verify.limit}</p>
    </Panel>
  );
}

function Progress({ view, now }: { view: CallView; now: Verification }) {
  const { verify } = useText().messages;
  const extra = useExtraText();
  switch (now.is) {
    case "open":
      return <Make view={view} />;
    case "silent":
    case "unproven":
      return (
        <>
          <p>{extra.verify[now.is]}</p>
          <Make view={view} />
        </>
      );
    case "making":
      return <p>{verify.making}</p>;
    case "comparing":
      return <Comparing view={view} now={now} />;
    case "verified":
      return (
        <p class="assurance">
          <SeatIcon name="check" />
          <span>{now.inherited ? verify.inherited : verify.verified}</span>
        </p>
      );
    case "broken":
      return null;
  }
}

function Make({ view }: { view: CallView }) {
  const { verify } = useText().messages;
  return (
    <button type="button" class="button primary" onClick={() => view.verify()}>
      {verify.make}
    </button>
  );
}

interface ComparingProps {
  readonly view: CallView;
  readonly now: Extract<Verification, { is: "comparing" }>;
}

function Comparing({ view, now: { code, said } }: ComparingProps) {
  const { verify } = useText().messages;
  const emoji = useEmoji(code);
  return (
    <>
      <p>{verify.explain}</p>
      <ol class="code">
        {emoji.map(({ emoji, name }, index) => (
          <li key={index}>
            <span aria-hidden="true">{emoji}</span>
            {name}
          </li>
        ))}
      </ol>
      {said ? <p>{verify.said}</p> : (
        <>
          <div class="actions">
            <button type="button" class="button primary" onClick={() => view.judgeCode(true)}>
              {verify.match}
            </button>
            <button type="button" class="button" onClick={() => view.judgeCode(false)}>
              {verify.differ}
            </button>
          </div>
          <p class="hint">{verify.differHint}</p>
        </>
      )}
    </>
  );
}

/** Pictures and words are loaded when they are first compared. */
function useEmoji(code: readonly number[]): readonly NamedEmoji[] {
  const { locale } = useText();
  const [emoji, setEmoji] = useState<readonly NamedEmoji[]>([]);
  useEffect(() => {
    let done = false;
    async function load() {
      const { emojiOf } = await import("../locales/emoji.ts");
      if (!done) setEmoji(code.map((index) => emojiOf(index, locale)));
    }
    load();
    return () => {
      done = true;
    };
  }, [code, locale]);
  return emoji;
}
