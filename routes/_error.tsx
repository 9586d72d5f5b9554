import { HttpError } from "fresh";
import { ErrorCard } from "../components/ErrorCard.tsx";
import { CATALOGUE } from "../locales/catalogue.ts";
import { chooseLocale } from "../locales/choose.ts";
import { safely } from "../security.ts";
import { consoleLog, describeError } from "../signaling/telemetry/log.ts";
import { define } from "../utils.ts";

export const handler = define.handlers((ctx) => {
  const { errors } = CATALOGUE[chooseLocale(ctx.req.headers)];
  const status = ctx.error instanceof HttpError ? ctx.error.status : 500;
  const isOurs = status >= 500;
  // Who gets a page to see must not be the only one who hears of it; a message may quote a path.
  if (isOurs) consoleLog("error", "bug", describeError(ctx.error));
  const card = (
    <ErrorCard
      heading={isOurs ? errors.failed : errors.notFound}
      hint={isOurs ? errors.failedHint : errors.notFoundHint}
      home={errors.home}
    />
  );
  return safely(ctx, () => ctx.render(card, { status }));
});
