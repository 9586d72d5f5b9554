import type { Attack } from "../attack.ts";
import { startTarget } from "../target.ts";
import { withStoreFolder } from "./store_folder.ts";

export const brokenFile: Attack = {
  name: "broken store file",
  who: "network",
  rule: "store: a file that is no database stops the start with one line that says what to do",
  async run() {
    return await withStoreFolder(async (folder) => {
      const path = `${folder}/rooms.sqlite`;
      await Deno.writeTextFile(path, "not a database, ".repeat(1_000));
      const said = await startTarget({ store: { path } }).then(async (app) => {
        await app[Symbol.asyncDispose]();
        return null;
      }, (error: Error) => error.message);
      // The first line is the rig's own: how the program ended.
      const lines = (said ?? "").split("\n").slice(1).filter((line) => line.trim() !== "");
      const stack = lines.filter((line) => /^\s+at /.test(line)).length;
      const named = lines.some((line) => line.includes("rooms.sqlite"));
      return {
        tried: "started on a SQLite file full of something else",
        figure: said === null ? "it started" : `${lines.length} lines, ${stack} of a stack` +
          `, the file ${named ? "named" : "not named"}`,
        limit: "1 line that names the file",
        held: said !== null && lines.length === 1 && stack === 0 && named,
      };
    });
  },
};
