import { CATALOGUE } from "../../../locales/catalogue.ts";
import { handler } from "../../../routes/index.tsx";
import { define } from "../../../utils.ts";
import Gallery from "../islands/Gallery.tsx";

export { handler };

export default define.page<typeof handler>(function GalleryPage({ data: { locale } }) {
  return <Gallery locale={locale} messages={CATALOGUE[locale]} />;
});
