/** Whether a text is a sign rather than words. */

/** One emoji as people see it (UTS #51, 1.4.9): a flag, a keycap, or pictures joined into one. */
const PICTURE = String
  .raw`(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Extended_Pictographic}\uFE0F|(?!\p{Regional_Indicator})\p{Emoji_Presentation})[\u{E0020}-\u{E007F}]*`;
const EMOJI = String
  .raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|${PICTURE}(?:\u200D(?:${PICTURE}|\p{Extended_Pictographic}))*)`;
const ALONE = new RegExp(String.raw`^(?:${EMOJI}\s*){1,3}$`, "u");
/** The longest emoji (a family with skin tones) three times; nothing longer is even tried. */
const MAX_LENGTH = 120;

/** One to three emoji and nothing else. */
export function isEmojiAlone(text: string): boolean {
  return text.length <= MAX_LENGTH && ALONE.test(text);
}
