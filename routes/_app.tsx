import { asset } from "fresh/runtime";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { STYLESHEET } from "../styles.ts";
import { define } from "../utils.ts";

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
        <link rel="icon" type="image/svg+xml" href={asset("/favicon.svg")} />
        <link rel="apple-touch-icon" href={asset("/icon-180.png")} />
        <link rel="manifest" href={asset("/manifest.webmanifest")} />
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});
