import { assertEquals } from "@std/assert";
import { CATALOGUE } from "../locales/catalogue.ts";
import { en } from "../locales/extras/en.ts";
import { it } from "../locales/extras/it.ts";
import { ChatLine } from "./ChatLine.tsx";

Deno.test("messages: a line is drawn anew only for another text or another language", () => {
  const words = { locale: "en" as const, messages: CATALOGUE.en };
  const text = {
    id: 0,
    delivery: "delivered" as const,
    from: "friend" as const,
    text: "hi",
    at: 0,
  };
  const { talk } = en;
  const line = new ChatLine({ text, words, talk });
  assertEquals(line.shouldComponentUpdate({ text, words, talk }), false);
  assertEquals(line.shouldComponentUpdate({ text: { ...text }, words, talk }), true);
  assertEquals(line.shouldComponentUpdate({ text, words, talk: it.talk }), true);
  assertEquals(
    line.shouldComponentUpdate({ text, words: { locale: "it", messages: CATALOGUE.it }, talk }),
    true,
  );
});
