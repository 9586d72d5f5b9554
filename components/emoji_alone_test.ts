import { assertEquals } from "@std/assert";
import { isEmojiAlone } from "./emoji_alone.ts";

Deno.test("isEmojiAlone: one to three emoji, as people count them", () => {
  const alone = [
    "🙂",
    "❤️",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🇺🇦",
    "🇺🇦🇮🇹",
    "3️⃣",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "🎉🎉🎉",
    "🎉 🎉 🎉",
    "🧑🏿‍❤️‍💋‍🧑🏻",
    "❤️‍🔥",
    "☎️",
  ];
  for (const text of alone) assertEquals(isEmojiAlone(text), true, text);
});

Deno.test("isEmojiAlone: words, numbers, signs of print and long rows are texts", () => {
  const texts = [
    "",
    " ",
    "1",
    "12",
    "#",
    "ok",
    "ok 🙂",
    "🙂!",
    "🎉🎉🎉🎉",
    "©",
    "™",
    "🇺",
    "🏽a",
    "‍",
  ];
  for (const text of texts) assertEquals(isEmojiAlone(text), false, text);
});

Deno.test("isEmojiAlone: a friend’s text cannot keep the page busy", () => {
  // Ambiguous to a pattern: each may begin anew or join the last.
  const hostile = [
    "❤️‍".repeat(30),
    "👍🏽".repeat(25) + "x",
    "🇺".repeat(59) + "x",
    "🙂 ".repeat(39) + "x",
  ];
  const before = performance.now();
  for (const text of hostile) assertEquals(isEmojiAlone(text.slice(0, 120)), false);
  assertEquals(performance.now() - before < 1_000, true);
});
