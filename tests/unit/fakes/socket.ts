import type { ServerMessage } from "../../../signaling/protocol.ts";

/** A WebSocket under the test's hand: every one made is in {@linkcode FakeSocket.made}. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static made: FakeSocket[] = [];

  readyState: number = FakeSocket.CONNECTING;
  sent: unknown[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string, readonly protocol: string) {
    FakeSocket.made.push(this);
  }

  static get last(): FakeSocket {
    const last = FakeSocket.made.at(-1);
    if (last === undefined) throw new Error("Cannot find a socket: none was opened");
    return last;
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.readyState = FakeSocket.CLOSING;
  }

  receive(message: ServerMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  greet(): void {
    this.readyState = FakeSocket.OPEN;
    this.receive({ type: "welcome", ice: { servers: [], renewInMs: null }, heartbeatMs: 5_000 });
  }

  /** The connection is gone, as the browser reports it. */
  drop(): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.();
  }
}
