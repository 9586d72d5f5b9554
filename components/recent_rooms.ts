/** Rooms this browser has been in, newest first. */
import { load, store } from "./storage.ts";

const KEY = "rooms";
const MAX_RECENT_ROOMS = 4;

export function recentRooms(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(load(KEY) ?? "[]");
    if (!Array.isArray(stored)) return [];
    return stored.filter((room) => typeof room === "string").slice(0, MAX_RECENT_ROOMS);
  } catch {
    return [];
  }
}

export function rememberRoom(room: string): void {
  const others = recentRooms().filter((other) => other !== room);
  store(KEY, JSON.stringify([room, ...others].slice(0, MAX_RECENT_ROOMS)));
}

/** @returns the rooms that are left */
export function forgetRoom(room: string): readonly string[] {
  const others = recentRooms().filter((other) => other !== room);
  store(KEY, JSON.stringify(others));
  return others;
}
