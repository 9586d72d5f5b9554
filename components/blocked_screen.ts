/** What is shown without camera and microphone, as one part of the page: most people never need it. */
import "./shared.ts";
export { Blocked } from "./Blocked.tsx";
