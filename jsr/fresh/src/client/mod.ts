/** The script every page with islands loads. */
export { boot } from "./boot.ts";
