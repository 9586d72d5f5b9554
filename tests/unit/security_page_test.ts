/** `SECURITY.md` names what shows each of its claims: rows of `deno task attack`, and tests. */
import { assertEquals } from "@std/assert";
import { fileURLToPath as fromFileUrl } from "node:url";
import type { Attacker } from "../attacks/attack.ts";
import { ATTACKS } from "../attacks/list.ts";
import { findTestFiles } from "../rig/test_plan.ts";

const ROOT = new URL("../../", import.meta.url);
const PAGE = Deno.readTextFileSync(new URL("SECURITY.md", ROOT));

/** What is in `code` in the last column of the tables of a part of the page. */
function namesShown(part: string): string[] {
  const rows = part.split("\n").filter((line) => /^\|.*\|$/.test(line));
  const columns = rows.map((row) => row.slice(1, -1).split("|").at(-1) ?? "");
  return columns.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

/** The sources of all tests, for a test's name is written out in one of them. */
function testSources(): string {
  return findTestFiles(fromFileUrl(ROOT)).map((file) => Deno.readTextFileSync(file)).join("\n");
}

Deno.test("security page: every row and every test it names exists", () => {
  const attacks = new Set(ATTACKS.map(({ name }) => name));
  const sources = testSources();
  const missing = namesShown(PAGE).filter((name) => {
    return !attacks.has(name) && !sources.includes(`"${name.replace(/^story /, "")}"`);
  });
  assertEquals(missing, []);
});

/** Where the page speaks of whom. */
const HEADINGS: Record<Attacker, string> = {
  "stranger": "A stranger",
  "third person": "A third person",
  "hostile friend": "A hostile friend",
  "network": "The network",
  "clock": "The network",
};

Deno.test("security page: every attack is named under whoever attacks", () => {
  const parts = PAGE.split(/^## /m);
  const misplaced = ATTACKS.filter(({ name, who }) => {
    const part = parts.find((text) => text.startsWith(HEADINGS[who])) ?? "";
    return !namesShown(part).includes(name);
  });
  assertEquals(misplaced.map(({ name }) => name), []);
});
