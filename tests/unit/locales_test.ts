import { assert, assertEquals } from "@std/assert";
import { CATALOGUE } from "../../locales/catalogue.ts";
import { chooseLocale, rememberLocale } from "../../locales/choose.ts";
import { clock, duration, fill, inSeconds } from "../../locales/format.ts";
import { type Locale, LOCALES } from "../../locales/messages.ts";
import { parseRoomName } from "../../signaling/room_name.ts";
import { textsOf } from "../fakes/texts.ts";

/** Texts that are the same in English and another language, and rightly so. */
const SAME_EVERYWHERE = /^(names|figures\.(none|codecs|pictureRate))/;

/** Words of another country, another register or another term, by language. */
const REPLACED: Partial<Record<Locale, RegExp>> = {
  es: /silencia|teléfono$/i,
  it: /sportellin|immagine nell|spenta|spegni/i,
  pt: /à espera|terminada|cifrad|já não|defini(ç|c)ões|telefone|silenciar/iu,
  // The other one is "співрозмовник", and both are "ви".
  uk: /(?<!\p{L})(друг|друга|другу|другові|другом|ти|тебе|тобі|твій|твоя|твою|твого)(?!\p{L})/iu,
};

function placeholdersOf(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

const ENGLISH = textsOf(CATALOGUE.en);

for (const locale of LOCALES) {
  const texts = new Map(textsOf(CATALOGUE[locale]));

  Deno.test(`locales: ${locale} has a text for every key, with the same placeholders`, () => {
    const steps = (path: string) => /^guides\./.test(path);
    assertEquals(
      [...texts.keys()].filter((path) => !steps(path)),
      ENGLISH.map(([path]) => path).filter((path) => !steps(path)),
    );
    for (const [path, english] of ENGLISH) {
      const text = texts.get(path) ?? english;
      assert(text.trim() === text && text !== "", `${path} is blank or has spaces around it`);
      assertEquals(placeholdersOf(text), placeholdersOf(english), path);
    }
  });

  if (locale !== "en") {
    Deno.test(`locales: ${locale} leaves nothing in English`, () => {
      const untranslated = ENGLISH.filter(([path, english]) =>
        texts.get(path) === english && !SAME_EVERYWHERE.test(path)
      );
      assertEquals(untranslated, []);
    });
  }

  Deno.test(`locales: ${locale} ends every guide with the button as it is called`, () => {
    const { blocked, guides } = CATALOGUE[locale];
    for (const [cause, variants] of Object.entries(guides)) {
      if (cause === "insecure") continue; // A page that is not secure cannot try again.
      for (const [variant, steps] of Object.entries(variants)) {
        const last = steps.at(-1) ?? "";
        assert(last.includes(blocked.tryAgain), `${cause} ${variant}: ${last}`);
      }
    }
  });

  Deno.test(`locales: ${locale} pairs on and off in the same words but the verb`, () => {
    const { call } = CATALOGUE[locale];
    const pairs = [[call.mute, call.unmute], [call.hideSelf, call.showSelf]];
    if (locale !== "en") pairs.push([call.cameraOff, call.cameraOn]);
    for (const [one = "", other = ""] of pairs) {
      assert(one !== other);
      assertEquals(one.split(" ").slice(1), other.split(" ").slice(1));
    }
  });

  Deno.test(`locales: ${locale} uses no word it has replaced`, () => {
    const replaced = REPLACED[locale];
    if (replaced === undefined) return;
    const found = [...texts].filter(([path, text]) =>
      !path.startsWith("names.") && replaced.test(text)
    );
    assertEquals(found, []);
  });

  Deno.test(`locales: ${locale} suggests only usable, different room names`, () => {
    const { adjectives, nouns } = CATALOGUE[locale].names;
    for (const words of [adjectives.split(" "), nouns.split(" ")]) {
      assertEquals(new Set(words).size, words.length);
      assert(words.length >= 36, `only ${words.length} words`);
      for (const word of words) assert(parseRoomName(word).ok, word);
    }
  });
}

Deno.test("chooseLocale: the remembered choice, else the best of Accept-Language, else English", () => {
  const table: [accept: string, cookie: string, expected: string][] = [
    ["", "", "en"],
    ["it", "", "it"],
    ["pt-BR,pt;q=0.9,en;q=0.8", "", "pt"],
    ["de,fr;q=0.9", "", "en"],
    ["de, uk;q=0.4, es;q=0.7", "", "es"],
    ["it;q=0, es;q=0.1", "", "es"],
    ["ES-419", "", "es"],
    ["it", "lang=uk", "uk"],
    ["it", "a=b; lang=pt; c=d", "pt"],
    ["it", "lang=xx", "it"],
    ["*", "", "en"],
    [";;;q=,,q=x", "", "en"],
  ];
  for (const [accept, cookie, expected] of table) {
    const headers = new Headers({ "accept-language": accept, cookie });
    assertEquals(chooseLocale(headers), expected, `${accept} | ${cookie}`);
  }
});

Deno.test("rememberLocale: a cookie that chooseLocale reads back", () => {
  const [cookie = ""] = rememberLocale("uk", { secure: false }).split(";");
  assertEquals(chooseLocale(new Headers({ cookie })), "uk");
  assertEquals(
    [true, false].map((secure) => /; Secure$/.test(rememberLocale("uk", { secure }))),
    [true, false],
  );
});

Deno.test("fill: replaces what it has a value for", () => {
  assertEquals(fill("{room}: {when}, {room}", { room: "tea" }), "tea: {when}, tea");
  assertEquals(fill("{room}", { room: "{when} $& $1" }), "{when} $& $1");
});

Deno.test("clock: minutes and seconds, hours when there are some", () => {
  const table: [number, string][] = [
    [0, "0:00"],
    [-5, "0:00"],
    [59_999, "0:59"],
    [245_000, "4:05"],
    [3_600_000, "1:00:00"],
    [36_245_000, "10:04:05"],
  ];
  for (const [ms, expected] of table) assertEquals(clock(ms), expected);
});

Deno.test("duration and inSeconds: in the words and numbers of each language", () => {
  assertEquals(duration("en", 754_000), "12 minutes, 34 seconds");
  assertEquals(duration("en", 0), "0 seconds");
  assertEquals(duration("it", 3_660_000), "1 ora e 1 minuto");
  assertEquals(duration("uk", 121_000), "2 хвилини і 1 секунда");
  assertEquals(inSeconds("uk", 1), "через 1 секунду");
  assertEquals(inSeconds("uk", 3), "через 3 секунди");
  assertEquals(inSeconds("uk", 12), "через 12 секунд");
});
