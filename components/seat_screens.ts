/**
 * What only somebody with a seat sees, as one part of the page: loaded by `use_seat_screens.ts` once
 * camera and microphone were asked for, so that it does not stand before that question.
 */
import "./shared.ts";
export { loadExtraText } from "./extra_text.ts";
export { CallOverlay } from "./CallOverlay.tsx";
export { CallPictures } from "./pictures/CallPictures.tsx";
export { Ended } from "./Ended.tsx";
export { FullNotice } from "./FullNotice.tsx";
export { Invite } from "./Invite.tsx";
export { NameHint } from "./NameHint.tsx";
export { OwnControls } from "./OwnControls.tsx";
export { Overhead } from "./Overhead.tsx";
export { PromptFoot } from "./PromptFoot.tsx";
export { SelfButtons, ShowSelf } from "./SelfButtons.tsx";
export { Sheets } from "./Sheets.tsx";
