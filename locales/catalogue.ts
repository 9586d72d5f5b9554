/** All languages. Server only: a page gets one as a prop, and others by `load.ts`. */
import { en } from "./en.ts";
import { es } from "./es.ts";
import { it } from "./it.ts";
import type { Locale, Messages } from "./messages.ts";
import { pt } from "./pt.ts";
import { uk } from "./uk.ts";

export const CATALOGUE: Readonly<Record<Locale, Messages>> = { en, es, it, pt, uk };
