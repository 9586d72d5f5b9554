/** What is known of the way to the friend at one look. */
export interface Outlook {
  /** ms, monotonic. */
  readonly now: number;
  /** bit/s; `null`: the browser does not tell. */
  readonly availableBps: number | null;
  /** Loss of our packets as the friend sees it, 0…1; `null`: no report yet. */
  readonly lossShare: number | null;
  /** There and back, ms; `null`: not known. */
  readonly roundTripMs: number | null;
}
