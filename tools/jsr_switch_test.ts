import { assertEquals, assertThrows } from "@std/assert";
import { switchSource } from "./jsr_switch.ts";

const LINKED = `{
  "links": ["./jsr/fresh", "./jsr/std_assert", "./jsr/std_testing"],
  "imports": {}
}
`;
const PUBLISHED = `{
  "imports": {}
}
`;

Deno.test("jsr_switch: published removes the links line and nothing else", () => {
  assertEquals(switchSource(LINKED, "published"), PUBLISHED);
});

Deno.test("jsr_switch: linked puts the line back", () => {
  assertEquals(switchSource(PUBLISHED, "linked"), LINKED);
});

Deno.test("jsr_switch: switching to where one is changes nothing", () => {
  assertEquals(switchSource(LINKED, "linked"), LINKED);
  assertEquals(switchSource(PUBLISHED, "published"), PUBLISHED);
});

Deno.test("jsr_switch: any other links setting is an error, not lost", () => {
  const other = '{\n  "links": ["./elsewhere"],\n  "imports": {}\n}\n';
  assertThrows(() => switchSource(other, "published"), Error, "Cannot switch deno.json");
  assertThrows(() => switchSource("[]", "linked"), Error, "Cannot switch deno.json");
});

Deno.test("jsr_switch: this project's deno.json can be switched and back", async () => {
  const text = await Deno.readTextFile(new URL("../deno.json", import.meta.url));
  const published = switchSource(text, "published");
  assertEquals(published.includes('"links"'), false);
  assertEquals(switchSource(switchSource(text, "linked"), "published"), published);
});
