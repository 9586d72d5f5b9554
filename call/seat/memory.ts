/**
 * Where seats are remembered: this tab's in `sessionStorage` (survives a reload), this browser's in
 * IndexedDB (survives a crash or a closed tab; a killed Chromium loses the last seconds written to
 * `localStorage`, a finished IndexedDB transaction it keeps).
 */
import { createStore, get, update, type UseStore } from "idb-keyval";
import { parseRoomName } from "../../signaling/room_name.ts";

const TAB_KEY = "duet.seat";
const DATABASE = "duet";
const STORE = "seats";
const BROWSER_KEY = "seats";

export interface KeptSeat {
  /** As shown. */
  readonly room: string;
  readonly token: string;
  /** ms since the epoch. */
  readonly usedAt: number;
  /** The holder opposite, met last. */
  readonly friend?: string;
}

export interface SeatMemory {
  ofTab(): KeptSeat | null;
  setTab(seat: KeptSeat | null): void;
  ofBrowser(): Promise<readonly KeptSeat[]>;
  changeBrowser(change: (seats: readonly KeptSeat[]) => readonly KeptSeat[]): Promise<void>;
}

/** Forbidden or full storage (private windows) is no error: only the way back is longer. */
export function createSeatMemory(): SeatMemory {
  let opened: UseStore | null = null;
  const store = () => opened ??= createStore(DATABASE, STORE);
  return {
    ofTab() {
      try {
        const seat: unknown = JSON.parse(sessionStorage.getItem(TAB_KEY) ?? "null");
        return isKeptSeat(seat) ? seat : null;
      } catch {
        return null;
      }
    },
    setTab(seat) {
      try {
        if (seat === null) sessionStorage.removeItem(TAB_KEY);
        else sessionStorage.setItem(TAB_KEY, JSON.stringify(seat));
      } catch {
        // See above.
      }
    },
    async ofBrowser() {
      try {
        return keptSeats(await get(BROWSER_KEY, store()));
      } catch {
        return [];
      }
    },
    async changeBrowser(change) {
      try {
        await update(BROWSER_KEY, (seats: unknown) => change(keptSeats(seats)), store());
      } catch {
        // See above.
      }
    },
  };
}

/** Whether two spellings name one room. */
export function isSameRoom(one: string, other: string): boolean {
  const [a, b] = [parseRoomName(one), parseRoomName(other)];
  return a.ok && b.ok && a.name.key === b.name.key;
}

function keptSeats(value: unknown): readonly KeptSeat[] {
  return Array.isArray(value) ? value.filter(isKeptSeat) : [];
}

function isKeptSeat(value: unknown): value is KeptSeat {
  return typeof value === "object" && value !== null &&
    "room" in value && typeof value.room === "string" &&
    "token" in value && typeof value.token === "string" &&
    "usedAt" in value && typeof value.usedAt === "number" &&
    (!("friend" in value) || typeof value.friend === "string");
}
