import { assertEquals, assertThrows } from "@std/assert";
import { propsToJson } from "../render/props.ts";
import { patternOf } from "./sources.ts";

Deno.test("patternOf: folders, index files and parameters", () => {
  const table = { "index": "/", "about": "/about", "r/[room]": "/r/:room", "a/index": "/a" };
  for (const [path, pattern] of Object.entries(table)) assertEquals(patternOf(path), pattern);
});

Deno.test("patternOf: what the stand-in has not is an error, never left out", () => {
  const missing = ["_layout", "a/_middleware", "(group)/a", "[...rest]", "[[tag]]", "a/_404"];
  for (const path of missing) assertThrows(() => patternOf(path), SyntaxError, path);
});

Deno.test("propsToJson: plain JSON passes as it is", () => {
  const props = { a: [1, "two", null, { b: true }], c: undefined };
  assertEquals(JSON.parse(propsToJson("Call", props)), { a: [1, "two", null, { b: true }] });
});

Deno.test("propsToJson: what JSON would change is an error that names prop and island", () => {
  const values = [() => {}, 1n, Symbol(), NaN, -0, new Date(), new Map(), [undefined]];
  for (const value of values) {
    assertThrows(() => propsToJson("Call", { x: { value } }), TypeError, "to the island Call");
  }
});
