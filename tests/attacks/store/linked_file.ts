import type { Attack } from "../attack.ts";
import { startAndWatch, startTarget } from "../target.ts";
import { withStoreFolder } from "./store_folder.ts";

export const linkedFile: Attack = {
  name: "one store file under two names",
  who: "network",
  rule:
    "store: a second process on the same SQLite file is refused, also by a link or another path",
  async run() {
    return await withStoreFolder(async (folder) => {
      const path = `${folder}/rooms.sqlite`;
      await Deno.mkdir(`${folder}/inner`);
      await Deno.symlink(path, `${folder}/link.sqlite`);
      await Deno.symlink(folder, `${folder}/inner/up`);
      await using first = await startTarget({ store: { path } });
      const others = [
        path,
        `${folder}/inner/../rooms.sqlite`,
        `${folder}/link.sqlite`,
        `${folder}/inner/up/rooms.sqlite`,
      ];
      let refused = 0;
      for (const other of others) {
        const start = await startAndWatch({ store: { path: other } });
        if (!start.lives && start.output.includes("another Duet process is using it")) refused++;
      }
      return {
        tried:
          `a second process on the file of one (pid ${first.pid > 0 ? "alive" : "gone"}), by ` +
          `its path, a longer one, a link, and a linked folder`,
        figure: `${refused} of ${others.length} refused`,
        limit: "all",
        held: refused === others.length,
      };
    });
  },
};
