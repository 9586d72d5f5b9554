/** The engine's extras as one part of the page: loaded when there is a call. */
import "./shared.ts";
export { createExtras } from "../call/extras/extras.ts";
