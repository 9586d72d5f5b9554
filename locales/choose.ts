/** Which language a request gets: the remembered choice, else what its browser prefers. */
import { isLocale, type Locale } from "./messages.ts";

export const LANGUAGE_COOKIE = "lang";
const DEFAULT_LOCALE: Locale = "en";
const ONE_YEAR_S = 31_536_000;
/** More ranges than any browser sends; the rest of a longer header is not read. */
const MAX_RANGES = 20;

export function chooseLocale(headers: Headers): Locale {
  return remembered(headers.get("cookie") ?? "") ??
    preferred(headers.get("accept-language") ?? "") ?? DEFAULT_LOCALE;
}

/** A `Set-Cookie` value that remembers `locale` for a year; `secure`: for https only. */
export function rememberLocale(locale: Locale, { secure }: { readonly secure: boolean }): string {
  const cookie = `${LANGUAGE_COOKIE}=${locale}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax`;
  return secure ? `${cookie}; Secure` : cookie;
}

function remembered(cookies: string): Locale | null {
  for (const cookie of cookies.split(";")) {
    const [name, value = ""] = cookie.trim().split("=");
    if (name === LANGUAGE_COOKIE && isLocale(value)) return value;
  }
  return null;
}

/** RFC 4647 "lookup" over our languages, none of which has regional variants. */
function preferred(acceptLanguage: string): Locale | null {
  const ranges = acceptLanguage.split(",", MAX_RANGES).map(parseRange);
  ranges.sort((a, b) => b.quality - a.quality);
  for (const { language, quality } of ranges) {
    if (quality > 0 && isLocale(language)) return language;
  }
  return null;
}

/** One language range with its weight (RFC 9110, 12.5.4): `pt-BR;q=0.8`. */
function parseRange(range: string): { language: string; quality: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { language: tag.split("-")[0] ?? "", quality: Number.isFinite(quality) ? quality : 0 };
}
