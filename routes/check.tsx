import { page } from "fresh";
import { asset } from "fresh/runtime";
import Check from "../islands/Check.tsx";
import { CATALOGUE } from "../locales/catalogue.ts";
import { CHECK_CATALOGUE } from "../locales/check/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { define } from "../utils.ts";

/** Tries everything a call needs, for people for whom it does not work. */
export const handler = define.handlers({
  GET: ({ req }) => {
    const data = { locale: chooseLocale(req.headers) };
    return page(data, { headers: { vary: "accept-language, cookie" } });
  },
});

export default define.page<typeof handler>(function CheckPage({ data: { locale } }) {
  return (
    <>
      <link rel="stylesheet" href={asset("/css/check.css")} />
      <noscript>
        <p class="no-script">{CATALOGUE[locale].needsJavaScript}</p>
      </noscript>
      <Check messages={CHECK_CATALOGUE[locale]} />
    </>
  );
});
