import { assert, assertEquals } from "@std/assert";
import { kindOf, pictureType, safeName } from "./names.ts";

Deno.test("files: a name shows where it ends, and holds nothing that is not seen", () => {
  const table: [given: string, shown: string][] = [
    ["cake.jpg", "cake.jpg"],
    ["Книга рецептов.pdf", "Книга рецептов.pdf"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ["a\u200Bb\u0000c\n.txt", "abc.txt"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\Windows\\cmd.exe", "C__Windows_cmd.exe"],
    [".bashrc", "bashrc"],
    ["report.pdf .", "report.pdf"],
    ["con.txt", "_con.txt"],
    ["nul", "_nul"],
    ["constant.txt", "constant.txt"],
    ["   ", "file"],
    ["", "file"],
    ["\u202E\u2066.pdf", "pdf"],
    ["two   spaces.txt", "two spaces.txt"],
  ];
  for (const [given, shown] of table) assertEquals(safeName(given), shown, given);
});

Deno.test("files: of a long name the end stays", () => {
  const name = safeName(`${"picture ".repeat(100_000)}.png.exe`);
  assert(name.length < 100);
  assert(name.endsWith(".exe"));
  assert(new TextEncoder().encode(safeName(`${"漢".repeat(500)}.txt`)).length <= 255);
});

Deno.test("files: the kind is what the name really ends with", () => {
  assertEquals(kindOf("holiday.jpg.exe"), "EXE");
  assertEquals(kindOf("photo\u202Egpj.exe"), "EXE");
  assertEquals(kindOf("README"), null);
  assertEquals(kindOf("1. chapter one"), null);
});

Deno.test("files: pictures are previewed, what may hold a program is not", () => {
  assertEquals(pictureType({ name: "Cake.JPG", size: 1_000 }), "image/jpeg");
  for (const name of ["cake.svg", "cake.html", "cake.jpg.html", "cake", "cake.constructor"]) {
    assertEquals(pictureType({ name, size: 1_000 }), null, name);
  }
  assertEquals(pictureType({ name: "map.png", size: 2_000_000_000 }), null);
});
