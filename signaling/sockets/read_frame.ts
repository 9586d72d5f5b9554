/**
 * Reads what a page sends. Frames that are plainly right pass by a look of a few lines, which accepts
 * less than the schema does; the schema judges all else, and says what is wrong.
 */
import {
  type ClientMessage,
  countMediaSections,
  MAX_CANDIDATE_LENGTH,
  MAX_LINE_INDEX,
  MAX_MEDIA_SECTIONS,
  MAX_MESSAGE_BYTES,
  MAX_MID_LENGTH,
  MAX_ROOM_LENGTH,
  MAX_SDP_LENGTH,
  MAX_UFRAG_LENGTH,
  parseClientMessage,
  type Parsed,
} from "../protocol.ts";

/** UTF-8 takes three bytes for a UTF-16 unit at most: a shorter text is never too large. */
const SURELY_SMALL = Math.floor(MAX_MESSAGE_BYTES / 3);
const ID = /^[A-Za-z0-9_-]{8,64}$/;

type Fields = Readonly<Record<string, unknown>>;

/** Reads a frame that a page sent. Never throws. */
export function readFrame(text: string): Parsed<ClientMessage> {
  if (text.length > SURELY_SMALL) return parseClientMessage(text);
  try {
    const message: unknown = JSON.parse(text);
    if (isPlain(message)) return { ok: true, message };
  } catch {
    // The schema says what is wrong.
  }
  return parseClientMessage(text);
}

function isPlain(message: unknown): message is ClientMessage {
  if (!isObject(message)) return false;
  switch (message.type) {
    case "leave":
      return has(message, 1);
    case "signal":
      return has(message, 3) && isId(message.to) && isPlainSignal(message.signal);
    case "join":
      return isPlainJoin(message);
    default:
      return false;
  }
}

/** The one with a token has a field more. */
function isPlainJoin(join: Fields): boolean {
  return has(join, "token" in join ? 7 : 6) && (!("token" in join) || isId(join.token)) &&
    isId(join.request) && isId(join.session) && isText(join.room, MAX_ROOM_LENGTH) &&
    (join.connection === null || isId(join.connection)) &&
    (join.offer === null || isObject(join.offer) && isDescription(join.offer, "offer"));
}

function isPlainSignal(signal: unknown): boolean {
  if (!isObject(signal)) return false;
  switch (signal.kind) {
    case "offer":
    case "answer":
      return isDescription(signal, signal.kind);
    case "candidate":
      return has(signal, 3) && isId(signal.connection) && isCandidate(signal.candidate);
    default:
      return false;
  }
}

function isDescription(signal: Fields, kind: "offer" | "answer"): boolean {
  return signal.kind === kind && has(signal, 4) && isId(signal.connection) && isId(signal.id) &&
    isText(signal.sdp, MAX_SDP_LENGTH) && signal.sdp !== "" &&
    countMediaSections(signal.sdp) <= MAX_MEDIA_SECTIONS;
}

function isCandidate(line: unknown): boolean {
  return isObject(line) && has(line, 4) && isText(line.candidate, MAX_CANDIDATE_LENGTH) &&
    (line.sdpMid === null || isText(line.sdpMid, MAX_MID_LENGTH)) &&
    isLineIndex(line.sdpMLineIndex) &&
    (line.usernameFragment === null || isText(line.usernameFragment, MAX_UFRAG_LENGTH));
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Whether these are all the fields: each was found, so no other is there. */
function has(object: Fields, fields: number): boolean {
  return Object.keys(object).length === fields;
}

function isId(value: unknown): boolean {
  return typeof value === "string" && ID.test(value);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === "string" && value.length <= most;
}

function isLineIndex(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_LINE_INDEX;
}
