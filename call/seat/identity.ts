/**
 * Who this page is: one session id per life of the page, one token per seat it holds.
 *
 * A Web Lock named after the token says that a living page owns it, so a duplicated or second tab
 * finds it taken and becomes a second person instead of stealing the seat.
 */
import { randomId } from "../page/random_id.ts";
import { createSeatMemory, isSameRoom, type KeptSeat, type SeatMemory } from "./memory.ts";

/** How long after its last use a seat is worth returning to without being asked, ms. */
export const RETURN_MS = 10 * 60_000;
/** Seats kept per room: two tabs of one browser can be both people of a room. */
const SEATS_PER_ROOM = 2;
/** A reloading page's lock is freed when the old document is gone: wait that long for it, ms. */
const LOCK_PATIENCE_MS = 400;

export interface Identity {
  /** This life of the page. */
  readonly session: string;
  /** The room this page should walk into by itself, or `null`. */
  returnTo(room: string): Promise<string | null>;
  /** The token to resume with, owned by this page from now on; `null`: come as a newcomer. */
  tokenFor(room: string): Promise<string | null>;
  /** Remembers a seat just taken or resumed. */
  keep(room: string, token: string): void;
  /** The seat kept last is still in use now. */
  refresh(): void;
  forget(room: string): void;
}

export interface IdentityOptions {
  readonly memory?: SeatMemory;
  readonly locks?: LockManager | undefined;
  readonly now?: () => number;
}

export function createIdentity(options: IdentityOptions = {}): Identity {
  const { memory = createSeatMemory(), locks = navigator.locks, now = Date.now } = options;
  /** Tokens this page owns, and how to give each lock back. */
  const owned = new Map<string, () => void>();

  function claim(token: string): Promise<boolean> {
    if (owned.has(token) || locks === undefined) return Promise.resolve(true);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const signal = AbortSignal.timeout(LOCK_PATIENCE_MS);
    locks.request(`duet.${token}`, { signal }, () => {
      const held = Promise.withResolvers<void>();
      owned.set(token, held.resolve);
      resolve(true);
      return held.promise;
    }).catch(() => resolve(false));
    return promise;
  }

  function release(token: string): void {
    owned.get(token)?.();
    owned.delete(token);
  }

  /** This tab's seat first, then the browser's, newest first; only what no living page owns. */
  async function ownSeat(room: string, isWanted: (seat: KeptSeat) => boolean) {
    const tab = memory.ofTab();
    const seats = [...(tab === null ? [] : [tab]), ...await memory.ofBrowser()]
      .filter((seat) => isSameRoom(seat.room, room)).filter(isWanted);
    for (const seat of seats) if (await claim(seat.token)) return seat;
    return null;
  }

  function keep(room: string, token: string): void {
    const seat = { room, token, usedAt: now() };
    memory.setTab(seat);
    void claim(token);
    void memory.changeBrowser((seats) => {
      const others = seats.filter((kept) => kept.token !== token);
      const here = others.filter((kept) => isSameRoom(kept.room, room));
      const elsewhere = others.filter((kept) => !isSameRoom(kept.room, room))
        .filter((kept) => now() - kept.usedAt < RETURN_MS);
      return [seat, ...here.slice(0, SEATS_PER_ROOM - 1), ...elsewhere];
    });
  }

  return {
    session: randomId(),
    async returnTo(room) {
      const seat = await ownSeat(room, ({ usedAt }) => now() - usedAt < RETURN_MS);
      return seat?.room ?? null;
    },
    async tokenFor(room) {
      return (await ownSeat(room, () => true))?.token ?? null;
    },
    keep,
    refresh() {
      const tab = memory.ofTab();
      if (tab !== null && owned.has(tab.token)) keep(tab.room, tab.token);
    },
    forget(room) {
      const tab = memory.ofTab();
      if (tab === null || !isSameRoom(tab.room, room)) return;
      memory.setTab(null);
      void memory.changeBrowser((seats) => seats.filter(({ token }) => token !== tab.token));
      release(tab.token);
    },
  };
}
