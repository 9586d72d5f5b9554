import { ErrorCard } from "../components/ErrorCard.tsx";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { safely } from "../security.ts";
import { define } from "../utils.ts";

export const handler = define.handlers((ctx) => {
  const { errors } = CATALOGUE[chooseLocale(ctx.req.headers)];
  const card = (
    <ErrorCard heading={errors.notFound} hint={errors.notFoundHint} home={errors.home} />
  );
  return safely(ctx, () =>
    ctx.render(card, { status: 404 }));
});
