import type { Attack } from "../attack.ts";
import { startAndWatch } from "../target.ts";
import { withStoreFolder } from "./store_folder.ts";

export const brokenFile: Attack = {
  name: "broken store file",
  who: "network",
  rule: "store: a file that is no database stops the start with one line that says what to do",
  async run() {
    return await withStoreFolder(async (folder) => {
      const path = `${folder}/rooms.sqlite`;
      await Deno.writeTextFile(path, "not a database, ".repeat(1_000));
      const start = await startAndWatch({ store: { path } });
      // Other lines are the log's, in JSON, and where it listened.
      const lines = start.lives ? [] : start.output.split("\n")
        .filter((line) => line.trim() !== "" && !/^\{|^Duet is ready/.test(line));
      const named = lines.some((line) => line.includes("rooms.sqlite"));
      const ended = start.lives ? "lives" : `ends with ${start.code}`;
      return {
        tried: "started on a SQLite file full of something else",
        figure: `${ended}, ${lines.length} lines, the file ${named ? "named" : "not named"}`,
        limit: "ends with 1, one line that names the file",
        held: !start.lives && start.code === 1 && lines.length === 1 && named,
      };
    });
  },
};
