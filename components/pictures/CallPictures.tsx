import type { CallState } from "../../call/machine/state.ts";
import type { CallView } from "../../call/view.ts";
import { FriendPicture } from "../FriendPicture.tsx";
import type { Pictures } from "./pictures.ts";
import { ScreenPicture } from "./ScreenPicture.tsx";

interface CallPicturesProps {
  readonly view: CallView;
  readonly state: CallState;
  readonly pictures: Pictures | null;
  readonly showsFriend: boolean;
}

/** What comes from the friend: their face, and their screen while they share it. */
export function CallPictures({ view, state, pictures, showsFriend }: CallPicturesProps) {
  const screen = view.extras.value?.screen.friends.value ?? null;
  const frozen = state.name === "reconnecting";
  return (
    <>
      {screen !== null && showsFriend && (
        <ScreenPicture view={view} pictures={pictures} screen={screen} frozen={frozen} />
      )}
      <FriendPicture view={view} pictures={pictures} shown={showsFriend} frozen={frozen} />
    </>
  );
}
