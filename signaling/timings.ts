/** Every span of time the server uses, with its reason. Tests pass shorter ones. */
export interface Timings {
  /** How often a page pings. Short enough that a dead phone is noticed while the friend still waits. */
  readonly heartbeatMs: number;
  /**
   * A socket from which nothing at all came, not even the browser's own answer to a WebSocket ping
   * (RFC 6455, 5.5.3), is lost: three heartbeats.
   */
  readonly silentMs: number;
  /**
   * A page whose browser answers but whose scripts have not spoken for this long is frozen. Hidden
   * tabs may run timers only once a minute, so this must exceed 60 s by a margin.
   */
  readonly frozenMs: number;
  /** A socket that opened and said nothing is not a page. */
  readonly firstWordMs: number;
  /** A person may read the prompt this long before joining. */
  readonly lobbyMs: number;
  /** Holds the seat of a page that closes or reloads: a reload takes one or two seconds. */
  readonly holdClosingMs: number;
  /** Holds the seat of a socket lost without a word: a network change takes about ten seconds. */
  readonly holdLostMs: number;
  /**
   * A living instance answers a challenge in a few milliseconds when KV is quick; this leaves room
   * for a busy one. Comes on top of what KV's latency takes, and twice.
   */
  readonly challengeMs: number;
  /**
   * A seat that frees is kept so long for somebody whose hold had run out, counted from their last
   * try: four tries.
   */
  readonly lineMs: number;
  /** Who waits in line tries again after this. */
  readonly lineRetryMs: number;
  /**
   * A call of KV that takes longer may never be answered: another one is better than waiting on.
   * Half of the longest a join waits.
   */
  readonly kvCallMs: number;
  /** How long a join waits for KV before it says `unavailable`: a KV restart takes about 5 s. */
  readonly joinPatienceMs: number;
  /** How long a departure is retried; nobody waits for it, and a missed one is found by challenge. */
  readonly departPatienceMs: number;
  /** How long a join that was given up, but may have been written, is tried to be undone. */
  readonly undoPatienceMs: number;
  /** Asked of a page when KV does not answer. */
  readonly unavailableRetryMs: number;
  /** A stopping server spreads the returning pages over this span, so that none is overrun. */
  readonly stopSpreadMs: number;
  /** A room's row is forgotten so long after its last write; a seated socket renews it at half of it. */
  readonly roomLifeMs: number;
  /** The same for a room in which two never met: a name tried, a friend who never came. */
  readonly unmetRoomLifeMs: number;
  /** A socket we closed has this long to confirm it; then its connection is ended. */
  readonly confirmMs: number;
  /** How often the silence of all sockets is judged. */
  readonly sweepMs: number;
}

const HEARTBEAT_MS = 5_000;
const HOUR_MS = 3_600_000;

export const TIMINGS: Timings = {
  heartbeatMs: HEARTBEAT_MS,
  silentMs: 3 * HEARTBEAT_MS,
  frozenMs: 75_000,
  firstWordMs: 15_000,
  lobbyMs: HOUR_MS / 2,
  holdClosingMs: 5_000,
  holdLostMs: 15_000,
  challengeMs: 1_000,
  lineMs: 20_000,
  lineRetryMs: 5_000,
  kvCallMs: 5_000,
  joinPatienceMs: 10_000,
  departPatienceMs: 30_000,
  undoPatienceMs: 300_000,
  unavailableRetryMs: 3_000,
  stopSpreadMs: 1_500,
  roomLifeMs: 48 * HOUR_MS,
  unmetRoomLifeMs: HOUR_MS,
  confirmMs: 3_000,
  sweepMs: 1_000,
};
