/**
 * Reads what a page sends. Most frames by far are trickled candidates: those that are plainly right
 * pass by a look of a few lines, which accepts less than the schema does; the schema judges all else.
 */
import {
  type ClientMessage,
  MAX_CANDIDATE_LENGTH,
  MAX_LINE_INDEX,
  MAX_MID_LENGTH,
  MAX_UFRAG_LENGTH,
  parseClientMessage,
  type Parsed,
} from "../protocol.ts";

/** Longer ones are rare, and may be anything. */
const LONGEST_TEXT = 1_024;
const FIRST_WORDS = '{"type":"signal"';
const ID = /^[A-Za-z0-9_-]{8,64}$/;

type Fields = Readonly<Record<string, unknown>>;

/** Reads a frame that a page sent. Never throws. */
export function readFrame(text: string): Parsed<ClientMessage> {
  if (text.length > LONGEST_TEXT || !text.startsWith(FIRST_WORDS)) return parseClientMessage(text);
  try {
    const message: unknown = JSON.parse(text);
    if (isCandidate(message)) return { ok: true, message };
  } catch {
    // The schema says what is wrong.
  }
  return parseClientMessage(text);
}

type CandidateMessage = Extract<ClientMessage, { type: "signal" }>;

function isCandidate(message: unknown): message is CandidateMessage {
  if (!isObject(message, 3) || message.type !== "signal" || !isId(message.to)) return false;
  const { signal } = message;
  if (!isObject(signal, 3) || signal.kind !== "candidate" || !isId(signal.connection)) return false;
  const { candidate: line } = signal;
  return isObject(line, 4) &&
    typeof line.candidate === "string" && line.candidate.length <= MAX_CANDIDATE_LENGTH &&
    isShort(line.sdpMid, MAX_MID_LENGTH) && isLineIndex(line.sdpMLineIndex) &&
    isShort(line.usernameFragment, MAX_UFRAG_LENGTH);
}

/** With so many fields and no more. */
function isObject(value: unknown, fields: number): value is Fields {
  return typeof value === "object" && value !== null && Object.keys(value).length === fields;
}

function isId(value: unknown): boolean {
  return typeof value === "string" && ID.test(value);
}

function isShort(value: unknown, most: number): boolean {
  return value === null || typeof value === "string" && value.length <= most;
}

function isLineIndex(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_LINE_INDEX;
}
