import { join } from "node:path";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { databaseProblem, DatabaseUnusable } from "./database_error.ts";
import { DatabaseInUse, realPathOf } from "./file_lock.ts";
import { openKv } from "./open.ts";

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  await run(folder).finally(() => Deno.remove(folder, { recursive: true }));
}

Deno.test("database: one file is locked once, by whatever name it is called", () =>
  inFolder(async (folder) => {
    await Deno.mkdir(join(folder, "a"));
    await Deno.symlink(join(folder, "a"), join(folder, "b"));
    await Deno.symlink("kv.sqlite3", join(folder, "a", "link.sqlite3"));
    const first = await openKv({ kind: "file", path: join(folder, "a", "link.sqlite3") });
    const names = ["a/kv.sqlite3", "a/link.sqlite3", "b/kv.sqlite3", "a/../b/./kv.sqlite3"];
    for (const name of names) {
      // Not `join`: it would tidy the name up.
      const path = `${folder}/${name}`;
      await assertRejects(() => openKv({ kind: "file", path }), DatabaseInUse, "another Duet");
    }
    first.close();
    (await openKv({ kind: "file", path: join(folder, "b", "kv.sqlite3") })).close();
  }));

Deno.test("database: a circle of links ends", () =>
  inFolder(async (folder) => {
    await Deno.symlink("two", join(folder, "one"));
    await Deno.symlink("one", join(folder, "two"));
    await assertRejects(() => realPathOf(join(folder, "one")));
  }));

Deno.test("database: what cannot be used is said in one line, with what to do", () =>
  inFolder(async (folder) => {
    const damaged = join(folder, "damaged.sqlite3");
    await Deno.writeTextFile(damaged, "no database ".repeat(1_000));
    const directory = join(folder, "directory.sqlite3");
    await Deno.mkdir(directory);
    for (
      const [path, words] of [[damaged, "Move it away"], [directory, "check that KV_URL"]] as const
    ) {
      const error = await assertRejects(() => openKv({ kind: "file", path }), DatabaseUnusable);
      assert(error.message.includes(words) && error.message.includes(path), error.message);
      assertEquals(error.message.split("\n").length, 1);
    }
    // Once mended it opens: the lock was given back.
    await Deno.remove(damaged);
    (await openKv({ kind: "file", path: damaged })).close();
  }));

Deno.test("database: SQLite's own words are understood", () => {
  const table: [message: string, expected: string | null][] = [
    ["file is not a database", "damaged"],
    ["database disk image is malformed", "damaged"],
    ["Can not write to a read-only database.", "read-only"],
    ["attempt to write a readonly database", "read-only"],
    ["Permission denied (os error 13): open 'kv.sqlite3.lock'", "read-only"],
    ["Read-only file system (os error 30)", "read-only"],
    ["database or disk is full", "full"],
    ["No space left on device (os error 28)", "full"],
    ["database is locked", null],
  ];
  for (const [message, expected] of table) {
    assertEquals([message, databaseProblem(new Error(message))], [message, expected]);
  }
  const readOnly = new DatabaseUnusable("kv.sqlite3", new Error("Read-only file system"));
  assert(readOnly.message.includes("it may only be read"), readOnly.message);
});

Deno.test("database: a remote KV without its token is a wrong configuration", async () => {
  const token = Deno.env.get("DENO_KV_ACCESS_TOKEN");
  Deno.env.delete("DENO_KV_ACCESS_TOKEN");
  try {
    const open = () => openKv({ kind: "remote", url: "http://127.0.0.1:1" });
    await assertRejects(open, Error, "DENO_KV_ACCESS_TOKEN: expected");
  } finally {
    if (token !== undefined) Deno.env.set("DENO_KV_ACCESS_TOKEN", token);
  }
});
