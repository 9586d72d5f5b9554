/**
 * Who this page is: one session id per life of the page, one token per seat it holds.
 *
 * The token lies in `sessionStorage` (survives a reload) and, per room, in `localStorage` (survives
 * a crash or a closed tab). A Web Lock named after the token says that a living page owns it, so a
 * duplicated or second tab finds it taken and becomes a second person instead of stealing the seat.
 */
import { parseRoomName } from "../signaling/room_name.ts";

/** How long after its last use a seat is worth returning to without being asked, ms. */
export const RETURN_MS = 10 * 60_000;
/** Seats kept per room: two tabs of one browser can be both people of a room. */
const SEATS_PER_ROOM = 2;
/** A reloading page's lock is freed when the old document is gone: wait that long for it, ms. */
const LOCK_PATIENCE_MS = 400;
const TAB_KEY = "duet.seat";
const BROWSER_KEY = "duet.seats";

interface KeptSeat {
  readonly room: string;
  readonly token: string;
  /** ms since the epoch. */
  readonly usedAt: number;
}

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

export function createIdentity(now: () => number = Date.now): Identity {
  const owned = new Map<string, () => void>();

  async function claim(token: string): Promise<boolean> {
    if (owned.has(token)) return true;
    const locks = navigator.locks;
    if (locks === undefined) return true;
    return await new Promise<boolean>((resolve) => {
      const patience = AbortSignal.timeout(LOCK_PATIENCE_MS);
      locks.request(`duet.${token}`, { signal: patience }, () => {
        return new Promise<void>((release) => {
          owned.set(token, release);
          resolve(true);
        });
      }).catch(() => resolve(false));
    });
  }

  function release(token: string): void {
    owned.get(token)?.();
    owned.delete(token);
  }

  async function firstFree(seats: readonly KeptSeat[]): Promise<KeptSeat | null> {
    for (const seat of seats) if (await claim(seat.token)) return seat;
    return null;
  }

  return {
    session: randomId(),
    async returnTo(room) {
      const tab = readTab();
      const wanted = keyOf(room);
      const recent = [tab, ...readBrowser()].filter((seat) => seat !== null)
        .filter((seat) => now() - seat.usedAt < RETURN_MS)
        .filter((seat) => keyOf(seat.room) === wanted);
      return (await firstFree(recent))?.room ?? null;
    },
    async tokenFor(room) {
      const tab = readTab();
      const key = keyOf(room);
      const kept = readBrowser().filter((seat) => keyOf(seat.room) === key);
      const all = tab !== null && keyOf(tab.room) === key ? [tab, ...kept] : kept;
      return (await firstFree(all))?.token ?? null;
    },
    keep(room, token) {
      const key = keyOf(room);
      const seat = { room, token, usedAt: now() };
      const others = readBrowser().filter((kept) => kept.token !== token);
      const here = others.filter((kept) => keyOf(kept.room) === key).slice(0, SEATS_PER_ROOM - 1);
      const elsewhere = others.filter((kept) => keyOf(kept.room) !== key)
        .filter((kept) => now() - kept.usedAt < RETURN_MS);
      write(sessionStorage, TAB_KEY, seat);
      write(localStorage, BROWSER_KEY, [seat, ...here, ...elsewhere]);
      void claim(token);
    },
    refresh() {
      const tab = readTab();
      if (tab !== null && owned.has(tab.token)) this.keep(tab.room, tab.token);
    },
    forget(room) {
      const key = keyOf(room);
      const tab = readTab();
      const mine = readBrowser().filter((kept) => keyOf(kept.room) === key)
        .map((kept) => kept.token).filter((token) => owned.has(token));
      write(localStorage, BROWSER_KEY, readBrowser().filter((kept) => !mine.includes(kept.token)));
      if (tab !== null && keyOf(tab.room) === key) sessionStorage.removeItem(TAB_KEY);
      mine.forEach(release);
    },
  };
}

/** 128 random bits, base64url. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function keyOf(room: string): string | null {
  const parsed = parseRoomName(room);
  return parsed.ok ? parsed.name.key : null;
}

function readTab(): KeptSeat | null {
  const seat = read(sessionStorage, TAB_KEY);
  return isKeptSeat(seat) ? seat : null;
}

function readBrowser(): KeptSeat[] {
  const seats = read(localStorage, BROWSER_KEY);
  return Array.isArray(seats) ? seats.filter(isKeptSeat) : [];
}

function isKeptSeat(value: unknown): value is KeptSeat {
  return typeof value === "object" && value !== null &&
    "room" in value && typeof value.room === "string" &&
    "token" in value && typeof value.token === "string" &&
    "usedAt" in value && typeof value.usedAt === "number";
}

function read(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage full or forbidden (private window): the call works, only the way back is longer.
  }
}
