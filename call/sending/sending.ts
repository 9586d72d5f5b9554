/** What is known only of media that flow: how much is sent, and how, and the figures. One part of the page. */
export { limitSending } from "./encodings.ts";
export { figuresBetween } from "./figures.ts";
export { packVoice } from "./packing.ts";
export { initialVideoPolicy, steerVideo } from "./video_policy.ts";
