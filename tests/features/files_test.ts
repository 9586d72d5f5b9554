/** Files between real browsers, both ways. */
import { assert, assertEquals } from "@std/assert";
import { findFirefox } from "../rig/browsers.ts";
import { ada, bob } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { liveBytes } from "../rig/page_memory.ts";
import { expectCall, meetWith, story } from "../stories/company.ts";
import { type BigFile, hashOfSaved, makeFile, noteSaved } from "./big_file.ts";

const MB = 1_000_000;
/** What a part is, as the sender reads them. */
const PART_BYTES = 1024 * 1024;
const LONG_BYTES = 30 * PART_BYTES;
/** What a page with a call may hold when more than that of the file has come through. */
const MOST_HELD_BYTES = 20 * MB;
const FIELD = "#files-to-send";

const firefox = findFirefox();
const noFirefox = "why" in firefox ? firefox.why : undefined;

async function prepare({ context }: LaunchedPerson): Promise<void> {
  await context.addInitScript(noteSaved);
}

async function offer(from: LaunchedPerson, files: readonly BigFile[]): Promise<void> {
  await from.page.locator(FIELD).setInputFiles(files.map(({ path }) => path));
}

function row({ page }: LaunchedPerson, { name }: BigFile) {
  return page.getByRole("listitem").filter({ hasText: name });
}

function progress({ page }: LaunchedPerson, { name }: BigFile) {
  return page.getByRole("progressbar", { name, exact: true });
}

async function press(person: LaunchedPerson, file: BigFile, button: string): Promise<void> {
  await row(person, file).getByRole("button", { name: button, exact: true }).click();
}

async function save(person: LaunchedPerson, file: BigFile): Promise<void> {
  await press(person, file, "Save");
  await row(person, file).getByText("Saved").waitFor();
  assertEquals(await hashOfSaved(person.page), file.hash);
}

/** Until so much of it is stored, bytes. */
async function moved(person: LaunchedPerson, file: BigFile, bytes: number): Promise<void> {
  const bar = await progress(person, file).elementHandle();
  await person.page.waitForFunction(
    ({ bar, bytes }) => bar instanceof HTMLProgressElement && bar.value >= bytes,
    { bar, bytes },
    { polling: 50 },
  );
}

/** The page reads no more than so many parts of files (1 MiB each) until it is told another number. */
async function letRead({ page }: LaunchedPerson, parts: number): Promise<void> {
  await page.evaluate((parts) => {
    const gate = globalThis as unknown as { partsToRead?: number; opened: () => void };
    const isNew = gate.partsToRead === undefined;
    gate.partsToRead = parts;
    if (!isNew) return gate.opened();
    let count = 0;
    let opening = new Promise<void>((done) => gate.opened = done);
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      while (count >= (gate.partsToRead ?? 0)) {
        await opening;
        opening = new Promise((done) => gate.opened = done);
      }
      count += 1;
      return await read.call(this);
    };
  }, parts);
}

/** Whether the origin's private file system holds anything. */
async function isDiskEmpty({ page }: LaunchedPerson): Promise<boolean> {
  return await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("files", { create: true });
    for await (const _ of folder.keys()) return false;
    return true;
  });
}

for (
  const [title, browser, whyNot] of [
    ["Chromium and Chromium", "chromium", undefined],
    ["Chromium and Firefox", "firefox", noFirefox],
  ] as const
) {
  story(`files: ${title}, several, both ways at once`, async (company) => {
    await using cake = await makeFile("cake.bin", 3 * MB + 17);
    await using recipe = await makeFile("Рецепт яблучного пирога.pdf", 300_000);
    await using empty = await makeFile("empty.txt", 0);
    const [first, second] = await meetWith(
      company,
      [[ada, {}], [bob, { browser }]],
      "kitchen",
      prepare,
    );
    await offer(first, [cake, empty]);
    for (const file of [cake, empty]) {
      await row(second, file).getByText("from your friend").waitFor();
    }
    assert(await isDiskEmpty(second), "something was written before it was accepted");
    await offer(second, [recipe]);
    for (const file of [cake, empty]) await press(second, file, "Accept");
    await press(first, recipe, "Accept");
    for (const file of [cake, empty]) await save(second, file);
    await save(first, recipe);
    await row(first, cake).getByText("Arrived").waitFor();
    await expectCall(first, second);
  }, whyNot);
}

story(
  "files: declined and cancelled, by name of the button, and nothing stays",
  async (company) => {
    await using small = await makeFile("small.bin", 1_000);
    await using long = await makeFile("long.bin", LONG_BYTES);
    const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "kitchen", prepare);
    await letRead(first, 5);
    await offer(first, [small, long]);
    await press(second, small, "Decline");
    await row(first, small).getByText("Your friend declined it").waitFor();
    await press(second, long, "Accept");
    await moved(second, long, PART_BYTES);
    await press(first, long, "Cancel");
    await row(second, long).getByText("Your friend cancelled it").waitFor();
    await second.page.waitForFunction(async () => {
      const root = await navigator.storage.getDirectory();
      for await (const _ of (await root.getDirectoryHandle("files")).keys()) return false;
      return true;
    });
    await second.leave();
    await second.waitState("ended");
  },
);

story(
  "files: goes on in bounded memory after the receiver reloads, and after their browser is killed",
  async (company) => {
    await using long = await makeFile("long.bin", LONG_BYTES);
    const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "kitchen", prepare);
    await letRead(first, 8);
    await offer(first, [long]);
    await press(second, long, "Accept");
    await moved(second, long, 8 * PART_BYTES);
    await second.reload();
    await letRead(first, 8 + 22);
    await moved(second, long, 22 * PART_BYTES);
    for (const { name, page } of [first, second]) {
      const held = await liveBytes(page);
      assert(held < MOST_HELD_BYTES, `${name}'s page holds ${held} bytes`);
    }
    const address = second.page.url();
    await second.crash();
    await letRead(first, Infinity);
    const back = await company.comeBack(second);
    await prepare(back);
    await back.open(address);
    await save(back, long);
    await expectCall(first, back);
  },
);

story(
  "files: after the sender reloads, the same file is chosen again and no other",
  async (company) => {
    await using long = await makeFile("long.bin", LONG_BYTES);
    await using other = await makeFile("other.bin", 1_000);
    const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "kitchen", prepare);
    await letRead(first, 8);
    await offer(first, [long]);
    await press(second, long, "Accept");
    await moved(second, long, 8 * PART_BYTES);
    await first.reload();
    await row(second, long).getByText("Your friend has to choose it again").waitFor();
    const again = row(first, long).locator("input[type=file]");
    await again.setInputFiles(other.path);
    await row(first, long).getByText("That was another file").waitFor();
    await again.setInputFiles(long.path);
    await save(second, long);
  },
);

story("files: dropped and pasted, shown by a safe name, pictures drawn", async (company) => {
  const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "kitchen", prepare);
  await first.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext("2d")?.fillRect(0, 0, 40, 30);
    const picture = new File([await canvas.convertToBlob()], "dot.png");
    const program = new File(["<svg onload='alert(1)'>"], "photo\u202Egnp.svg");
    for (const [type, file] of [["drop", picture], ["paste", program]] as const) {
      const data = new DataTransfer();
      data.items.add(file);
      const event = type === "drop"
        ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
        : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }
  });
  const dot = second.page.getByRole("listitem").filter({ hasText: "dot.png" });
  const program = second.page.getByRole("listitem").filter({ hasText: "photognp.svg" });
  for (const file of [dot, program]) {
    await file.getByRole("button", { name: "Accept", exact: true }).click();
    await file.getByText("Save it before you leave").waitFor();
  }
  await second.page.waitForFunction(() =>
    document.querySelector<HTMLImageElement>(".file-picture")?.naturalWidth === 40
  );
  assertEquals(await program.locator("img").count(), 0);
  const [download] = await Promise.all([
    second.page.waitForEvent("download"),
    program.getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  assertEquals(download.suggestedFilename(), "photognp.svg");
  assertEquals(await Deno.readTextFile(await download.path()), "<svg onload='alert(1)'>");
});

story(
  "files: without room on the site's disk, into a chosen file or the page's memory",
  async (company) => {
    await using file = await makeFile("cake.bin", 3 * MB + 17);
    async function withoutRoom({ context }: LaunchedPerson): Promise<void> {
      await context.addInitScript(noteSaved);
      await context.addInitScript(() => {
        navigator.storage.estimate = () => Promise.resolve({ quota: 0, usage: 0 });
        // The dialog is the browser's own: here it always chooses the same place.
        const choose = async () => {
          const root = await navigator.storage.getDirectory();
          return await root.getFileHandle("chosen", { create: true });
        };
        Object.defineProperty(globalThis, "showSaveFilePicker", {
          configurable: true,
          writable: true,
          value: choose,
        });
      });
    }
    const [first, second] = await meetWith(company, [[ada, {}], [bob, {}]], "kitchen", withoutRoom);
    await offer(first, [file]);
    await row(second, file).getByText("Your browser asks where to save it").waitFor();
    await press(second, file, "Accept");
    await row(second, file).getByText("Saved").waitFor();
    const size = await second.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle("chosen")).getFile()).size;
    });
    assertEquals(size, file.size);
    await first.page.evaluate(() =>
      Object.defineProperty(globalThis, "showSaveFilePicker", { value: undefined })
    );
    await offer(second, [file]);
    const mine = first.page.getByRole("listitem").filter({ hasText: "Stays in this tab" });
    await mine.getByRole("button", { name: "Accept", exact: true }).click();
    await first.page.getByRole("button", { name: "Save", exact: true }).click();
    await first.page.getByText("Saved").waitFor();
    assertEquals(await hashOfSaved(first.page), file.hash);
  },
);
