/** How much one address and one socket may ask for. `docs/OPERATIONS.md` explains each. */
export interface Limits {
  /** Sockets of this process. */
  readonly sockets: number;
  /** Sockets of one address at a time: an office or a mobile carrier may share one address. */
  readonly socketsPerAddress: number;
  /** Joins of one address in a minute, resumed seats included. */
  readonly joinsPerMinute: number;
  /** Room names one address may try in any minute; a seat resumed by its token is no try. */
  readonly namesPerMinute: number;
  /** Rooms one address may make in any hour: each is a row in KV. */
  readonly newRoomsPerHour: number;
  /** TURN credentials that pages of one address get in a minute before they have a seat. */
  readonly turnPerMinute: number;
  /** Messages of one socket in a second; bursts of five seconds' worth (trickled candidates). */
  readonly messagesPerSecond: number;
  /** Bytes of one socket in a second; bursts of eight seconds' worth (an offer is about 7 kB). */
  readonly bytesPerSecond: number;
  /** Messages of one socket in a minute that got an error; one more closes it. */
  readonly errorsPerMinute: number;
  /** Bytes waiting for one socket to read; more closes it. */
  readonly bufferedBytes: number;
  /**
   * Bytes the process should not exceed: `sockets` idle ones and some to spare. Above, sockets that
   * complete no message go; far above, nobody comes in.
   */
  readonly memoryBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  sockets: 20_000,
  socketsPerAddress: 256,
  joinsPerMinute: 300,
  namesPerMinute: 100,
  newRoomsPerHour: 120,
  turnPerMinute: 20,
  messagesPerSecond: 50,
  bytesPerSecond: 65_536,
  errorsPerMinute: 20,
  bufferedBytes: 1_048_576,
  memoryBytes: 671_088_640,
};

/** The environment variable of each limit. */
export const LIMIT_ENV: Readonly<Record<keyof Limits, string>> = {
  sockets: "LIMIT_SOCKETS",
  socketsPerAddress: "LIMIT_SOCKETS_PER_ADDRESS",
  joinsPerMinute: "LIMIT_JOINS_PER_MINUTE",
  namesPerMinute: "LIMIT_NAMES_PER_MINUTE",
  newRoomsPerHour: "LIMIT_NEW_ROOMS_PER_HOUR",
  turnPerMinute: "LIMIT_TURN_PER_MINUTE",
  messagesPerSecond: "LIMIT_MESSAGES_PER_SECOND",
  bytesPerSecond: "LIMIT_BYTES_PER_SECOND",
  errorsPerMinute: "LIMIT_ERRORS_PER_MINUTE",
  bufferedBytes: "LIMIT_BUFFERED_BYTES",
  memoryBytes: "LIMIT_MEMORY_BYTES",
};
