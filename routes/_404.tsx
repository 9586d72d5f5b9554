import { ErrorCard } from "../components/ErrorCard.tsx";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { define } from "../utils.ts";

export default define.page(function NotFoundPage({ req }) {
  const { errors } = CATALOGUE[chooseLocale(req.headers)];
  return <ErrorCard heading={errors.notFound} hint={errors.notFoundHint} home={errors.home} />;
});
