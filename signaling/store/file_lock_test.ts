import { assert, assertEquals, assertRejects } from "@std/assert";
import { DatabaseInUse, lockDatabase } from "./file_lock.ts";

async function withPath(run: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(`${folder}/rooms.sqlite`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Another process that says "locked" when it has the lock, and keeps it until it is killed. */
async function holdElsewhere(path: string): Promise<Deno.ChildProcess> {
  const module = JSON.stringify(new URL("file_lock.ts", import.meta.url).href);
  const code = `
    const { lockDatabase } = await import(${module});
    await lockDatabase(${JSON.stringify(path)});
    console.log("locked");
    setInterval(() => {}, 60_000);
  `;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--quiet", code],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  assertEquals(new TextDecoder().decode(value), "locked\n");
  await reader.cancel();
  return child;
}

Deno.test("file lock: the second is refused at once, and let in when the first is done", () =>
  withPath(async (path) => {
    const unlock = await lockDatabase(path);
    const error = await assertRejects(() => lockDatabase(path), DatabaseInUse);
    assert(error.message.includes(path));
    unlock();
    (await lockDatabase(path))();
  }));

Deno.test("file lock: it holds between processes, and goes with the one that is killed", () =>
  withPath(async (path) => {
    const child = await holdElsewhere(path);
    await assertRejects(() => lockDatabase(path), DatabaseInUse);
    child.kill("SIGKILL");
    await child.status;
    (await lockDatabase(path))();
  }));

Deno.test("file lock: another error is not taken for a lock", () =>
  withPath(async (path) => {
    const error = await assertRejects(() => lockDatabase(`${path}/no/such/folder`));
    assertEquals(error instanceof DatabaseInUse, false);
  }));
