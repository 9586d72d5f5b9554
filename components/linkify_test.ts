import { assert, assertEquals } from "@std/assert";
import { addressEnd, linkify } from "./linkify.ts";

/** Longest text that may be sent, UTF-16 code units. */
const LONGEST = 4_000;

Deno.test("linkify: web addresses and nothing else, without the sentence around them", () => {
  const table: [text: string, ...hrefs: string[]][] = [
    ["no address"],
    ["https://a.example", "https://a.example/"],
    [
      "See https://a.example/b?c=d#e, or http://b.example.",
      "https://a.example/b?c=d#e",
      "http://b.example/",
    ],
    ["(https://a.example/b)", "https://a.example/b"],
    ["(https://a.example/b_(c)!)", "https://a.example/b_(c)"],
    ["(https://a.example/b).)", "https://a.example/b"],
    ["«https://приклад.укр/а»", "https://xn--80aikifvh.xn--j1amh/%D0%B0"],
    ["javascript:alert(1) data:text/html,x ftp://a.example file:///etc"],
    ["xhttps://a.example https:// http://"],
    ['https://a.example/"onclick=x', "https://a.example/"],
  ];
  for (const [text, ...hrefs] of table) {
    const parts = linkify(text);
    assertEquals(parts.map((part) => part.text).join(""), text);
    assertEquals(parts.flatMap(({ href }) => href ?? []), hrefs, text);
  }
});

Deno.test("linkify: the parts are the text again, whatever it is made of", () => {
  const pieces = ["http://", "https://a.example/", "(", ")", ".", "]}", " ", "\n", "ü", "%", "x"];
  let state = 7;
  function pick(): string {
    state = (state * 48_271) % 2_147_483_647;
    return pieces[state % pieces.length] ?? "";
  }
  for (let length = 0; length < 200; length++) {
    const text = Array.from({ length }, pick).join("");
    assertEquals(linkify(text).map((part) => part.text).join(""), text);
  }
});

Deno.test("linkify: reads each character at most twice, also of a text made to be slow", () => {
  const hostile = [")", "(", "()", "a)", ".)", ")...", "…".repeat(9) + "x", "*_)", "](", "}"];
  for (const piece of hostile) {
    for (const length of [LONGEST / 2, LONGEST]) {
      const text = "https://a.example/" + piece.repeat(length / piece.length);
      let reads = 0;
      const end = addressEnd({
        length: text.length,
        charAt(index) {
          reads++;
          return text.charAt(index);
        },
      });
      assert(end <= text.length);
      assert(reads <= 2 * text.length, `${piece}: ${reads} reads of ${text.length}`);
    }
  }
});
