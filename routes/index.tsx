import { page } from "fresh";
import { roomFromUrl } from "../components/room_path.ts";
import Call from "../islands/Call.tsx";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale, rememberLocale } from "../locales/choose.ts";
import { isLocale } from "../locales/messages.ts";
import { isSecure } from "../security.ts";
import { define } from "../utils.ts";

/** The one page of the app; `/r/<room>` is the same with the name filled in. */
export const handler = define.handlers({
  GET({ req, url }) {
    const chosen = url.searchParams.get("lang") ?? "";
    if (isLocale(chosen)) {
      const cleaned = new URL(url);
      cleaned.searchParams.delete("lang");
      return new Response(null, {
        status: 303,
        headers: {
          "location": cleaned.pathname + cleaned.search,
          "set-cookie": rememberLocale(chosen, { secure: isSecure(url) }),
        },
      });
    }
    const data = { locale: chooseLocale(req.headers), room: roomFromUrl(url) };
    return page(data, { headers: { vary: "accept-language, cookie" } });
  },
});

export default define.page<typeof handler>(function CallPage({ data: { locale, room } }) {
  const messages = CATALOGUE[locale];
  return (
    <>
      <noscript>
        <p class="no-script">{messages.needsJavaScript}</p>
      </noscript>
      <Call locale={locale} messages={messages} room={room} />
    </>
  );
});
