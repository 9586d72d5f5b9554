/** What a call needs from its first media on, fetched then: one part of the page. */
export { createSteering } from "../sending/steering.ts";
export { findMove } from "./find_move.ts";
