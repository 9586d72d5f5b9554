/**
 * The wire protocol between the page and the server: one truth for both ends.
 *
 * Every WebSocket message is one JSON object in one text frame. {@linkcode parseClientMessage} and
 * {@linkcode parseServerMessage} are the only ways in; what they return has been validated in full,
 * and unknown types or fields are refused. `docs/PROTOCOL.md` tells the same story in prose.
 *
 * Vocabulary: a *session* is one life of a page (a reload starts a new one); a *seat* is one of two
 * places in a room; its *holder* is whoever has the seat's token, through reloads and crashes; a
 * *connection* is one RTCPeerConnection pair, named by the offer that started it.
 */
import * as v from "valibot";

/** Offered as the WebSocket subprotocol; a change that old pages cannot read changes the number. */
export const PROTOCOL = "duet.v2";
/** What older pages offer: they are told that they are old, and closed. */
export const OLD_PROTOCOLS: readonly string[] = ["duet.v1"];

/** Largest message in UTF-8 bytes; a full Chromium offer with candidates is about 7 kB. */
export const MAX_MESSAGE_BYTES = 32_768;
/** Largest SDP in UTF-16 code units. */
export const MAX_SDP_LENGTH = 24_576;
/**
 * Most media sections (RFC 8866, 5.14) of one description. Duet makes five at most: voice, camera,
 * screen, the screen's sound, data.
 */
export const MAX_MEDIA_SECTIONS = 6;
/** Largest room as it is typed, in UTF-16 code units; `room_name.ts` says what a name may be. */
export const MAX_ROOM_LENGTH = 1_024;
/** Largest fields of a candidate (RFC 8839), and its media section's number. */
export const MAX_CANDIDATE_LENGTH = 2_048;
export const MAX_MID_LENGTH = 64;
export const MAX_UFRAG_LENGTH = 256;
export const MAX_LINE_INDEX = 63;

/** 128 bits in base64url: a token a page may bring for a seat it has not yet. */
export const MIN_TOKEN_LENGTH = 22;

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/));
const Millis = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));
const Sdp = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_SDP_LENGTH),
  v.check((sdp) => countMediaSections(sdp) <= MAX_MEDIA_SECTIONS),
);

/** The offers of a connection are numbered, eight digits counting up; this is the first. */
export const FIRST_OFFER = "00000001";

/** A session description (RFC 8829), tagged with its connection and an id for deduplication. */
const Offer = v.strictObject({ kind: v.literal("offer"), connection: Id, id: Id, sdp: Sdp });
const Answer = v.strictObject({ kind: v.literal("answer"), connection: Id, id: Id, sdp: Sdp });

/** A trickled ICE candidate (RFC 8838); `null` says that gathering ended. */
const Candidate = v.strictObject({
  kind: v.literal("candidate"),
  connection: Id,
  candidate: v.nullable(v.strictObject({
    candidate: v.pipe(v.string(), v.maxLength(MAX_CANDIDATE_LENGTH)),
    sdpMid: v.nullable(v.pipe(v.string(), v.maxLength(MAX_MID_LENGTH))),
    sdpMLineIndex: v.nullable(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_LINE_INDEX)),
    ),
    usernameFragment: v.nullable(v.pipe(v.string(), v.maxLength(MAX_UFRAG_LENGTH))),
  })),
});

/**
 * The answerer of a connection asks its offerer for an ICE restart (only the offerer offers). `after`: the
 * offer it answered last; one that was made since is the restart it asks for.
 */
const Restart = v.strictObject({
  kind: v.literal("restart"),
  connection: Id,
  after: v.optional(Id),
});

/** The page inside shows its person who came, and answers `connection`'s offer if they agree. */
const Asking = v.strictObject({ kind: v.literal("asking"), connection: Id });

/** What the two pages say to each other through the server (or over their own data channel). */
const Signal = v.variant("kind", [Offer, Answer, Candidate, Restart, Asking]);

const RTC_URL = /^(stuns?|turns?):[^\s]{1,255}$/;
const IceServer = v.strictObject({
  urls: v.pipe(v.array(v.pipe(v.string(), v.regex(RTC_URL))), v.minLength(1), v.maxLength(8)),
  username: v.optional(v.pipe(v.string(), v.maxLength(256))),
  credential: v.optional(v.pipe(v.string(), v.maxLength(256))),
});

/** ICE servers to use now; ask again after `renewInMs` (`null`: they do not expire). */
const Ice = v.strictObject({
  servers: v.pipe(v.array(IceServer), v.maxLength(8)),
  renewInMs: v.nullable(Millis),
});

/** `room` is what the person typed; the server normalises it and answers with its own reading. */
const Join = v.strictObject({
  type: v.literal("join"),
  /** Brought back by `joined`, `full` and `error`: says which question they answer. */
  request: Id,
  room: v.pipe(v.string(), v.maxLength(MAX_ROOM_LENGTH)),
  session: Id,
  /**
   * Resumes the seat it is the secret of. An unknown one becomes the secret of the seat a newcomer
   * gets, if it is long enough ({@linkcode MIN_TOKEN_LENGTH}): so a question that is asked again,
   * because its answer was lost, is the same question.
   */
  token: v.optional(Id),
  /** The connection this page already has; the same one on both sides needs no new offer. */
  connection: v.nullable(Id),
  /** A prepared offer with its candidates: the newcomer always offers. */
  offer: v.nullable(Offer),
});

const ClientMessage = v.variant("type", [
  Join,
  /** `to` is the session it is meant for: a message for a page that is gone is dropped. */
  v.strictObject({ type: v.literal("signal"), to: Id, signal: Signal }),
  /**
   * Gives the seat up at once; without one, nothing happens. `of`: the seat of this token, for a page
   * whose `leave` may have gone into a socket that was dead already.
   */
  v.strictObject({
    type: v.literal("leave"),
    of: v.optional(
      v.strictObject({ room: v.pipe(v.string(), v.maxLength(MAX_ROOM_LENGTH)), token: Id }),
    ),
  }),
  /**
   * Media of the page with this session still arrives although its socket is gone: its seat is held
   * on, counted from now. Repeated while it is true.
   */
  v.strictObject({ type: v.literal("vouch"), session: Id }),
  /** Turns the page with this session out of the other seat: its token is worth nothing then. */
  v.strictObject({ type: v.literal("refuse"), session: Id }),
  /** The page is closing or reloading: hold the seat only briefly. */
  v.strictObject({ type: v.literal("closing") }),
  /** Asks for fresh ICE servers. */
  v.strictObject({ type: v.literal("ice") }),
  /** Heartbeat of the page; answered by `pong`. */
  v.strictObject({ type: v.literal("ping") }),
]);

const Peer = v.strictObject({
  session: Id,
  /** Names the holder of the seat: the same after a reload or crash, another for another person. */
  holder: Id,
  /** `false`: the seat is held for somebody who dropped. */
  present: v.boolean(),
});

/** Codes of {@linkcode ServerMessage} `error`; `docs/PROTOCOL.md` explains each. */
export const ERROR_CODES = [
  "not-json",
  "bad-message",
  "too-large",
  "bad-room-name",
  "out-of-order",
  "rate-limited",
  "idle",
  "outdated",
  "unavailable",
  "internal",
] as const;

const ServerMessage = v.variant("type", [
  /** First message on every socket; `heartbeatMs` is how often the page should `ping`. */
  v.strictObject({ type: v.literal("welcome"), ice: Ice, heartbeatMs: Millis }),
  /** You have a seat. `ice` replaces what `welcome` brought. */
  v.strictObject({
    type: v.literal("joined"),
    request: Id,
    room: v.pipe(v.string(), v.maxLength(MAX_ROOM_LENGTH)),
    seat: v.picklist([0, 1]),
    token: Id,
    /** The seat is the one the token was given for. */
    resumed: v.boolean(),
    peer: v.nullable(Peer),
    ice: Ice,
  }),
  /** Both seats are taken; `retryInMs` tells when a held one may come free, `null`: not known. */
  v.strictObject({
    type: v.literal("full"),
    request: Id,
    room: v.pipe(v.string(), v.maxLength(MAX_ROOM_LENGTH)),
    retryInMs: v.nullable(Millis),
    /** Your token had a seat here: the next one that frees is yours, as long as you keep asking. */
    firstInLine: v.boolean(),
  }),
  /**
   * The other seat was taken (`resumed: false`, a holder never seen) or resumed. An offer asks for a
   * new connection; without one compare connections.
   */
  v.strictObject({
    type: v.literal("arrived"),
    session: Id,
    holder: Id,
    resumed: v.boolean(),
    connection: v.nullable(Id),
    offer: v.nullable(Offer),
  }),
  /** The other's socket is gone; the seat is held for `holdMs`. */
  v.strictObject({
    type: v.literal("away"),
    session: Id,
    reason: v.picklist(["closing", "lost"]),
    holdMs: Millis,
  }),
  /** The other gave the seat up, or was turned out. */
  v.strictObject({ type: v.literal("left"), session: Id }),
  v.strictObject({ type: v.literal("signal"), from: Id, signal: Signal }),
  /** Your seat is now used by another socket of yours: stop, do not reconnect. */
  v.strictObject({ type: v.literal("elsewhere") }),
  /** The person inside did not let you in: you have no seat, and your token is worth nothing. */
  v.strictObject({ type: v.literal("refused") }),
  v.strictObject({ type: v.literal("ice"), ice: Ice }),
  v.strictObject({ type: v.literal("pong") }),
  /** The server is going away: reconnect after about `retryInMs`. */
  v.strictObject({ type: v.literal("stopping"), retryInMs: Millis }),
  v.strictObject({
    type: v.literal("error"),
    /** The `join` it answers; `null`: none. */
    request: v.nullable(Id),
    code: v.picklist(ERROR_CODES),
    /** English, for developers; people see words in their own language by `code`. */
    message: v.string(),
    /** Set when trying again later makes sense. */
    retryInMs: v.nullable(Millis),
    /** For `bad-room-name`: which rule the name breaks. */
    problem: v.nullable(v.picklist(["blank", "too-long", "control-characters"])),
  }),
]);

export type OfferSignal = v.InferOutput<typeof Offer>;
export type AnswerSignal = v.InferOutput<typeof Answer>;
export type RestartSignal = v.InferOutput<typeof Restart>;
export type CandidateSignal = v.InferOutput<typeof Candidate>;
export type Signal = v.InferOutput<typeof Signal>;
export type IceServer = v.InferOutput<typeof IceServer>;
export type Ice = v.InferOutput<typeof Ice>;
export type Peer = v.InferOutput<typeof Peer>;
export type ClientMessage = v.InferOutput<typeof ClientMessage>;
export type ServerMessage = v.InferOutput<typeof ServerMessage>;
export type JoinMessage = v.InferOutput<typeof Join>;
export type LeaveMessage = Extract<ClientMessage, { type: "leave" }>;
export type ErrorCode = (typeof ERROR_CODES)[number];
export type ErrorMessage = Extract<ServerMessage, { type: "error" }>;

/** Why a frame was refused. */
export type ParseProblem = "not-json" | "bad-message" | "too-large";

export type Parsed<T> =
  | { readonly ok: true; readonly message: T }
  | { readonly ok: false; readonly code: ParseProblem; readonly reason: string };

/**
 * Close codes (RFC 6455, 7.4.2: 4000–4999 are the application's own). The page uses `pageClosing`;
 * the server the others.
 */
export const CLOSE = {
  /** Going away (RFC 6455): server stops, or the browser leaves the page. */
  goingAway: 1001,
  /** Unsupported data (RFC 6455): a binary frame. */
  unsupported: 1003,
  /** Policy violation (RFC 6455): repeated bad messages or a limit. */
  policy: 1008,
  /** Message too big (RFC 6455). */
  tooLarge: 1009,
  left: 4000,
  /** The page took the socket for dead and opened another: says nothing about the seat. */
  abandoned: 4004,
  pageClosing: 4001,
  elsewhere: 4002,
  idle: 4003,
  /** The page speaks an older protocol: it must be loaded anew. */
  outdated: 4005,
  /** Turned out by the person inside. */
  refused: 4006,
} as const;

/** Reads a frame that a page sent. Never throws. */
export function parseClientMessage(data: unknown): Parsed<ClientMessage> {
  return parse(ClientMessage, data);
}

/** Reads a frame that the server sent. Never throws. */
export function parseServerMessage(data: unknown): Parsed<ServerMessage> {
  return parse(ServerMessage, data);
}

/** Reads a signal that came over the data channel instead of the socket. Never throws. */
export function parseSignal(data: unknown): Parsed<Signal> {
  return parse(Signal, data);
}

/** Writes a message of either end as one text frame. */
export function encode(message: ClientMessage | ServerMessage | Signal): string {
  return JSON.stringify(message);
}

function parse<S extends v.GenericSchema>(schema: S, data: unknown): Parsed<v.InferOutput<S>> {
  if (typeof data !== "string") {
    return { ok: false, code: "bad-message", reason: "Cannot read a binary frame" };
  }
  if (data.length > MAX_MESSAGE_BYTES || utf8Length(data) > MAX_MESSAGE_BYTES) {
    return { ok: false, code: "too-large", reason: `Cannot read over ${MAX_MESSAGE_BYTES} bytes` };
  }
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return { ok: false, code: "not-json", reason: "Cannot read the frame as JSON" };
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return { ok: true, message: result.output };
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? "message";
  return { ok: false, code: "bad-message", reason: `Cannot accept ${where}: wrong type or value` };
}

/** How many media sections a description has. */
export function countMediaSections(sdp: string): number {
  return sdp.match(/^m=/gm)?.length ?? 0;
}

function utf8Length(text: string): number {
  // Only text that could exceed the limit as UTF-8 is worth encoding.
  return text.length * 3 <= MAX_MESSAGE_BYTES ? text.length : new TextEncoder().encode(text).length;
}
