/**
 * Who this page is: one session id per life of the page, one token per seat it holds.
 *
 * A Web Lock named after the token says that a living page owns it, so a duplicated or second tab
 * finds it taken and becomes a second person instead of stealing the seat.
 */
import type { Platform } from "../platform.ts";
import { isSameRoom, type KeptSeat } from "./memory.ts";

/** How long after its last use a seat is worth returning to without being asked, ms. */
export const RETURN_MS = 10 * 60_000;
/** Seats kept per room: two tabs of one browser can be both people of a room. */
const SEATS_PER_ROOM = 2;
/** A reloading page's lock is freed when the old document is gone: wait that long for it, ms. */
const LOCK_PATIENCE_MS = 400;
/**
 * IndexedDB answers within milliseconds; right after a crash, on a busy machine, it may take more
 * than a second, and whoever does not wait has forgotten their seat. Beyond this it is blocked, ms.
 */
const MEMORY_PATIENCE_MS = 3_000;

export interface Identity {
  /** This life of the page. */
  readonly session: string;
  /** The room this page should walk into by itself, or `null`. */
  returnTo(room: string): Promise<string | null>;
  /**
   * The token to ask with, owned by this page from now on: of the seat held there, or a new one,
   * the same for every try, so that whichever of them succeeds, the seat is ours.
   */
  tokenFor(room: string): Promise<string>;
  /** Remembers a seat just taken or resumed. */
  keep(room: string, token: string): void;
  /** The seat kept last is still in use now; `friend` sits opposite. */
  refresh(friend: string | null): void;
  /** Who sat opposite this seat last, by their holder id; `null`: not known. */
  friendOf(token: string): string | null;
  forget(room: string): void;
}

export function createIdentity(
  { memory, locks, clock, newId }: Pick<Platform, "memory" | "locks" | "clock" | "newId">,
): Identity {
  /** Tokens this page owns, and how to give each lock back. */
  const owned = new Map<string, () => void>();
  /** Who sat opposite each seat last. */
  const friends = new Map<string, string>();
  /** Locks being asked for: who asks twice waits for one answer, not for themselves. */
  const claiming = new Map<string, Promise<boolean>>();
  /** Asked with, not granted yet: the room as typed, and the token. */
  let proposed: { readonly room: string; readonly token: string } | null = null;

  function claim(token: string): Promise<boolean> {
    if (owned.has(token) || locks === undefined) return Promise.resolve(true);
    const asked = claiming.get(token) ?? ask(token, locks).finally(() => claiming.delete(token));
    claiming.set(token, asked);
    return asked;
  }

  function ask(token: string, locks: LockManager): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const patience = new AbortController();
    const cancel = clock.after(LOCK_PATIENCE_MS, () => patience.abort());
    locks.request(`duet.${token}`, { signal: patience.signal }, () => {
      cancel();
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

  /** A storage that hangs must not keep anybody from joining. */
  function ofBrowser(): Promise<readonly KeptSeat[]> {
    const { promise, resolve } = Promise.withResolvers<readonly KeptSeat[]>();
    const cancel = clock.after(MEMORY_PATIENCE_MS, () => resolve([]));
    void memory.ofBrowser().catch(() => []).then(resolve).finally(cancel);
    return promise;
  }

  /** This tab's seat first, then the browser's, newest first; only what no living page owns. */
  async function ownSeat(room: string, isWanted: (seat: KeptSeat) => boolean) {
    const tab = memory.ofTab();
    const seats = [...(tab === null ? [] : [tab]), ...await ofBrowser()]
      .filter((seat) => isSameRoom(seat.room, room)).filter(isWanted);
    for (const seat of seats) {
      if (seat.friend !== undefined && !friends.has(seat.token)) {
        friends.set(seat.token, seat.friend);
      }
      if (await claim(seat.token)) return seat;
    }
    return null;
  }

  function keep(room: string, token: string): void {
    const friend = friends.get(token);
    const seat = { room, token, usedAt: clock.now(), ...(friend === undefined ? {} : { friend }) };
    proposed = null;
    memory.setTab(seat);
    void claim(token);
    void memory.changeBrowser((seats) => {
      const others = seats.filter((kept) => kept.token !== token);
      const here = others.filter((kept) => isSameRoom(kept.room, room));
      const elsewhere = others.filter((kept) => !isSameRoom(kept.room, room))
        .filter((kept) => clock.now() - kept.usedAt < RETURN_MS);
      return [seat, ...here.slice(0, SEATS_PER_ROOM - 1), ...elsewhere];
    });
  }

  return {
    session: newId(),
    async returnTo(room) {
      const seat = await ownSeat(room, ({ usedAt }) => clock.now() - usedAt < RETURN_MS);
      return seat?.room ?? null;
    },
    async tokenFor(room) {
      if (proposed !== null && isSameRoom(proposed.room, room)) return proposed.token;
      const seat = await ownSeat(room, () => true);
      if (seat !== null) return seat.token;
      // Another try may have proposed one meanwhile.
      if (proposed === null || !isSameRoom(proposed.room, room)) {
        proposed = { room, token: newId() };
      }
      return proposed.token;
    },
    keep,
    refresh(friend) {
      const tab = memory.ofTab();
      if (tab === null || !owned.has(tab.token)) return;
      if (friend !== null) friends.set(tab.token, friend);
      keep(tab.room, tab.token);
    },
    friendOf: (token) => friends.get(token) ?? null,
    forget(room) {
      if (proposed !== null && isSameRoom(proposed.room, room)) proposed = null;
      const tab = memory.ofTab();
      if (tab === null || !isSameRoom(tab.room, room)) return;
      memory.setTab(null);
      void memory.changeBrowser((seats) => seats.filter(({ token }) => token !== tab.token));
      release(tab.token);
    },
  };
}
