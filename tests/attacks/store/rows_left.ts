import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { startTarget } from "../target.ts";
import { withStoreFolder } from "./store_folder.ts";

const HOUR_MS = 3_600_000;
/** New rooms of one address in an hour: `LIMIT_NEW_ROOMS_PER_HOUR`. */
const LIMIT = 120;
const SOCKETS = 8;

export const rowsLeft: Attack = {
  name: "rooms left behind",
  who: "stranger",
  rule:
    "store: one address leaves few rows, and a room in which two never met goes within the hour",
  async run({ short }) {
    return await withStoreFolder(async (folder) => {
      const path = `${folder}/rooms.sqlite`;
      const lastsMs = short ? 3_000 : 60_000;
      await using app = await startTarget({
        store: { path },
        env: { LIMIT_NAMES_PER_MINUTE: "100000" },
      });
      const end = performance.now() + lastsMs;
      let opened = 0;
      await Promise.all(
        Array.from({ length: SOCKETS }, async (_, lane) => {
          for (let index = 0; performance.now() < end; index++) {
            using caller = await Caller.open(app).catch(() => null);
            const reply = await caller?.join(`row ${lane} ${index}`).catch(() => null);
            if (reply?.type === "joined") opened++;
            else await pause(systemClock, 100);
          }
        }),
      );
      await app.stop();
      const { rows, lifeMs } = await leftIn(path);
      return {
        tried: `${lastsMs / 1_000} s of new rooms from one address, ${SOCKETS} sockets at once`,
        figure: `${opened} rooms opened, ${rows} rows left, gone after ` +
          `${(lifeMs / HOUR_MS).toFixed(1)} h`,
        limit: `${LIMIT} rooms, 1 h`,
        held: lifeMs <= HOUR_MS && opened <= LIMIT && rows <= LIMIT,
      };
    });
  },
};

/** The rows in a file, and how long the longest of them lives from now. */
async function leftIn(path: string): Promise<{ rows: number; lifeMs: number }> {
  using kv = await Deno.openKv(path);
  let rows = 0;
  let lifeMs = 0;
  for await (const { value } of kv.list({ prefix: [] })) {
    if (typeof value !== "object" || value === null) continue;
    const expiresAt: unknown = Reflect.get(value, "expiresAt");
    if (typeof expiresAt !== "number") continue;
    rows++;
    lifeMs = Math.max(lifeMs, expiresAt - Date.now());
  }
  return { rows, lifeMs };
}
