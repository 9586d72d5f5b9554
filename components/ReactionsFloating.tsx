import type { Reaction } from "../call/talk/reactions.ts";
import { REACTIONS, type Reactions } from "../call/talk/reactions.ts";
import { fill } from "../locales/format.ts";
import { useExtraText } from "./extra_text.ts";
import { useText } from "./text.ts";
import { useOnPage } from "./use_on_page.ts";

/** Ways up, so that those of one burst do not hide each other. */
const PATHS = 5;

/** The reactions in the air, each on its person's side; the newest is also said. */
export function ReactionsFloating({ reactions }: { reactions: Reactions }) {
  const { call } = useText().messages;
  const floating = reactions.floating.value;
  return (
    <>
      <ol class="floats" aria-hidden="true">
        {floating.map(({ id, from, sign }) => (
          <li key={id} data-from={from} data-path={id % PATHS}>
            <span>{sign}</span>
            {from === "me" && <small class="glass">{call.you}</small>}
          </li>
        ))}
      </ol>
      <ReactionSaid newest={floating.at(-1) ?? null} />
    </>
  );
}

function ReactionSaid({ newest }: { newest: Reaction | null }) {
  const { talk } = useExtraText();
  const isOnPage = useOnPage();
  const said = isOnPage ? newest : null;
  const sign = said === null ? "" : talk.signs[REACTIONS.indexOf(said.sign)] ?? "";
  return (
    <div class="unseen" role="status">
      {said !== null && (
        <span key={said.id}>
          {fill(said.from === "me" ? talk.youReacted : talk.friendReacted, { sign })}
        </span>
      )}
    </div>
  );
}
