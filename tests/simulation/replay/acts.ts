/** The one table that translates what a schedule can say into what the rig can do. */
import type { Happening } from "../schedule/happenings.ts";
import type { Stage } from "./stage.ts";

/** Who has a router of their own; a third person's machine stands beside the server. */
type Networked = 0 | 1;
type Anybody = 0 | 1 | 2;

interface Arguments {
  readonly link: { readonly who: Networked };
  readonly move: { readonly who: Networked };
  readonly kill: { readonly instance: 0 };
  /** Takes as long as the browser takes. */
  readonly reload: { readonly who: Anybody };
  readonly crash: { readonly who: Networked };
  readonly write: { readonly who: Anybody; readonly count: number };
  readonly leave: { readonly who: Anybody };
  /** After leaving or cancelling. */
  readonly join: { readonly who: Anybody };
  /** At the prompt, or in front of a full room. */
  readonly cancel: { readonly who: Anybody };
}

type Kind = keyof Arguments & Happening["kind"];

/** A happening that can be brought about with real browsers; others are no part of a replay. */
export type Replayable<K extends Kind = Kind> = {
  [One in K]: { readonly kind: One } & Arguments[One];
}[K];

/** @returns how to take it back; `null`: there is nothing to take back */
type Act<K extends Kind> = (stage: Stage, what: Replayable<K>) => Promise<Undo | null>;
export type Undo = () => Promise<void>;

const ACTS: { readonly [K in Kind]: Act<K> } = {
  async link({ scene }, { who }) {
    const peer = peerOf(scene, who);
    await peer.linkDown();
    return () => peer.linkUp();
  },
  async move({ scene }, { who }) {
    await peerOf(scene, who).changeAddress();
    return null;
  },
  async kill({ scene }) {
    await scene.app.kill9();
    return () => scene.restartServer();
  },
  async reload({ players }, { who }) {
    await players[who].reload();
    return null;
  },
  async crash({ players }, { who }) {
    await players[who].person.crash();
    return () => players[who].comeBack();
  },
  async write({ players }, { who, count }) {
    await players[who].write(count);
    return null;
  },
  async leave({ players }, { who }) {
    await players[who].person.leave();
    return null;
  },
  async join({ players }, { who }) {
    await players[who].join();
    return null;
  },
  async cancel({ players }, { who }) {
    await players[who].person.press("Cancel");
    return null;
  },
};

export function perform<K extends Kind>(stage: Stage, what: Replayable<K>): Promise<Undo | null> {
  return ACTS[what.kind](stage, what);
}

function peerOf({ network }: Stage["scene"], who: Networked) {
  return who === 0 ? network.a : network.b;
}
