import { ErrorCard } from "../components/ErrorCard.tsx";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { define } from "../utils.ts";

export default define.page(function ErrorPage({ req }) {
  const { errors } = CATALOGUE[chooseLocale(req.headers)];
  return <ErrorCard heading={errors.failed} hint={errors.failedHint} home={errors.home} />;
});
