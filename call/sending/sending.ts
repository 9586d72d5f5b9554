/** How much is sent, and how: one part of the page, fetched when media flows. */
export { limitSending } from "./encodings.ts";
export { packVoice } from "./packing.ts";
export { initialVideoPolicy, steerVideo } from "./video_policy.ts";
