/** A KV that tells when a room was written. */
import { systemClock } from "../../signaling/clock.ts";
import type { OpenKv } from "../../signaling/store/open.ts";
import { within } from "../../signaling/store/patience.ts";
import type { ModelKv } from "./model_kv.ts";

/** Longer than anything a test waits for. */
const PATIENCE_MS = 20_000;

/** A KV whose writes of rooms are noted, and can be waited for. */
export function notedRooms(kv: ModelKv) {
  /** How long each room lives from its write, ms. */
  const lives: (number | undefined)[] = [];
  let written = Promise.withResolvers<void>();
  async function openKv(): Promise<OpenKv> {
    const open = await kv.door().openKv();
    function atomic() {
      const operation = open.kv.atomic();
      const set = operation.set.bind(operation);
      const commit = operation.commit.bind(operation);
      let isRoom = false;
      operation.set = (key, value, options) => {
        isRoom ||= key[1] === "room";
        if (key[1] === "room") lives.push(options?.expireIn);
        return set(key, value, options);
      };
      operation.commit = async () => {
        const result = await commit();
        if (isRoom) written.resolve();
        return result;
      };
      return operation;
    }
    return { ...open, kv: { ...open.kv, atomic } };
  }
  /** The next write of a room, from now on. */
  function next(): Promise<void> {
    written = Promise.withResolvers();
    return within(written.promise, { clock: systemClock, ms: PATIENCE_MS });
  }
  return { openKv, lives, next };
}
