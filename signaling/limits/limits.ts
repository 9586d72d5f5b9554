/** How much one address and one socket may ask for. `docs/OPERATIONS.md` explains each. */
export interface Limits {
  /** Sockets of this process. */
  readonly sockets: number;
  /** Sockets of one address at a time: an office or a mobile carrier may share one address. */
  readonly socketsPerAddress: number;
  /** Joins of one address in a minute, resumed seats included. */
  readonly joinsPerMinute: number;
  /** Joins of one address in a minute that end at a full room or a bad name: guessing names. */
  readonly refusalsPerMinute: number;
  /** Messages of one socket in a second; bursts of five seconds' worth (trickled candidates). */
  readonly messagesPerSecond: number;
  /** Bytes of one socket in a second; bursts of eight seconds' worth (an offer is about 7 kB). */
  readonly bytesPerSecond: number;
  /** Messages of one socket in a minute that got an error; one more closes it. */
  readonly errorsPerMinute: number;
  /** Bytes waiting for one socket to read; more closes it. */
  readonly bufferedBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  sockets: 20_000,
  socketsPerAddress: 256,
  joinsPerMinute: 300,
  refusalsPerMinute: 60,
  messagesPerSecond: 50,
  bytesPerSecond: 65_536,
  errorsPerMinute: 20,
  bufferedBytes: 1_048_576,
};

/** The environment variable of each limit. */
export const LIMIT_ENV: Readonly<Record<keyof Limits, string>> = {
  sockets: "LIMIT_SOCKETS",
  socketsPerAddress: "LIMIT_SOCKETS_PER_ADDRESS",
  joinsPerMinute: "LIMIT_JOINS_PER_MINUTE",
  refusalsPerMinute: "LIMIT_REFUSALS_PER_MINUTE",
  messagesPerSecond: "LIMIT_MESSAGES_PER_SECOND",
  bytesPerSecond: "LIMIT_BYTES_PER_SECOND",
  errorsPerMinute: "LIMIT_ERRORS_PER_MINUTE",
  bufferedBytes: "LIMIT_BUFFERED_BYTES",
};
