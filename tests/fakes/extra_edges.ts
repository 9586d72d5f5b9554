/** What of a browser only the extras touch, under the test's hand. */
import type { ExtraEdges } from "../../call/extras/extras.ts";
import type { Player } from "../../call/hearing/player.ts";
import type { Display, DisplayAnswer } from "../../call/screen/display.ts";

/** Where there is no page. */
const NO_PLAYER: Player = {
  playsSound: () => null,
  isBlack: () => null,
  isSeen: () => true,
};

/** Answers as told; `null`: the question stays open. */
export class FakeDisplay implements Display {
  readonly isPossible = true;
  asked = 0;
  answer: DisplayAnswer | null = { is: "cancelled" };

  ask(): Promise<DisplayAnswer> {
    this.asked += 1;
    return this.answer === null ? new Promise(() => {}) : Promise.resolve(this.answer);
  }
}

export function fakeEdges(): ExtraEdges {
  let draft: string | null = null;
  return {
    display: new FakeDisplay(),
    player: NO_PLAYER,
    loadRecordingTools: () => Promise.reject(new Error("Cannot record: not of this page")),
    draftMemory: {
      get: () => draft,
      set: (next) => draft = next,
    },
  };
}
