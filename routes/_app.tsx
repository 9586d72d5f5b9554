import { asset } from "fresh/runtime";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { STYLESHEET } from "../styles.ts";
import { define } from "../utils.ts";

/** In the page itself: a picture this small is not worth a request. */
const ICON = `data:image/svg+xml,${
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">' +
      '<circle cx="14" cy="20" r="12" fill="#0c7a6b"/><circle cx="26" cy="20" r="12" fill="#f0a35b"/>' +
      '<path d="M20 9.61a12 12 0 0 1 0 20.78a12 12 0 0 1 0-20.78z" fill="#fff6e9"/></svg>',
  )
}`;

export default define.page(function App({ Component, req }) {
  const locale = chooseLocale(req.headers);
  const { tagline, description } = CATALOGUE[locale];
  const title = `Duet – ${tagline}`;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f3ef" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121516" />
        <link rel="stylesheet" href={asset(STYLESHEET)} />
        <link rel="icon" type="image/svg+xml" href={ICON} />
        <link rel="apple-touch-icon" href={asset("/icon-180.png")} />
        <link rel="manifest" href={asset("/manifest.webmanifest")} />
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});
