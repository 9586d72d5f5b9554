/** The texts of the page at `/check`, apart from the call's: neither page carries the other's. */
import type { Locale } from "../messages.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { it } from "./it.ts";
import type { CheckMessages } from "./messages.ts";
import { pt } from "./pt.ts";
import { uk } from "./uk.ts";

/** Server only: the page gets one language as a prop. */
export const CHECK_CATALOGUE: Readonly<Record<Locale, CheckMessages>> = { en, es, it, pt, uk };
