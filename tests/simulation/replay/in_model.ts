/** Lives a replay in the model, and gives an account of everybody after each round. */
import { hasFriend, holderOf as friendOf } from "../../../call/machine/state.ts";
import { hashToken, holderOf } from "../../../signaling/rooms/tokens.ts";
import type { PeerConnection } from "../models/peer/peer_connection.ts";
import type { Breach } from "../models/world.ts";
import type { Person } from "../people/person.ts";
import { type Cast, everybody, live } from "../run/life.ts";
import { type Account, Connections, lineOf } from "./account.ts";
import { planOf, type Replay, roundsOf } from "./replay.ts";

export interface ModelLife {
  readonly breaches: readonly Breach[];
  /** Of everybody whose page was opened so far, by round. */
  readonly accounts: readonly (readonly Account[])[];
}

/** @param draw of delays and names: another one, another life of the same schedule */
export async function liveInModel(replay: Replay, draw: number): Promise<ModelLife> {
  const connections = new Connections<PeerConnection>();
  const accounts: (readonly Account[])[] = [];
  let isPlanned = false;
  const { breaches } = await live(planOf(replay, draw), (cast) => {
    if (isPlanned) return;
    isPlanned = true;
    const { scheduler } = cast.world;
    for (const { lookAtMs } of roundsOf(replay)) {
      scheduler.after(lookAtMs - scheduler.now, () => accounts.push(look(cast, connections)));
    }
  });
  return { breaches, accounts };
}

function look(cast: Cast, connections: Connections<PeerConnection>): readonly Account[] {
  const people = everybody(cast);
  return people.map((person): Account => {
    const { name, page, state } = person;
    const { online } = page.view.call.peek();
    const current = [...page.connections]
      .findLast(({ connectionState }) => connectionState === "connected");
    const friend = people.find((other) => holderName(other) === friendOf(state));
    const isReceiving = current?.getTransceivers().some(({ inbound }) => inbound.flowing) ?? false;
    const thread = page.view.texts.peek().map(({ from, text, delivery }) => {
      return lineOf({ from, text, undelivered: delivery === "undelivered" });
    });
    return {
      name,
      reads: state.name,
      sees: isReceiving ? friend?.name ?? "a stranger" : null,
      connection: connections.look(name, current),
      online: hasFriend(state) ? online : null,
      thread: hasFriend(state) ? thread : null,
    };
  });
}

/** What others know somebody by who has a seat. */
function holderName({ page }: Person): string | undefined {
  const token = page.tab.seat?.token;
  return token === undefined ? undefined : holderOf(hashToken(token));
}
