/** The script every page with islands loads. */
import "./hooks.ts";

export { boot } from "./boot.ts";
