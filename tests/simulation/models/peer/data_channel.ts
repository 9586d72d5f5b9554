/** RTCDataChannel, reliable and ordered (WebRTC 1.0, 6.2). */
import { Target } from "../target.ts";
import type { PeerConnection } from "./peer_connection.ts";

export class DataChannel extends Target {
  readonly label: string;
  /** The model's own name for it, the same at both ends. */
  readonly name: string;
  readonly ordered = true;
  readyState: RTCDataChannelState = "connecting";
  binaryType = "arraybuffer";
  bufferedAmountLowThreshold = 0;
  onopen: unknown = null;
  onmessage: unknown = null;
  onclose: unknown = null;
  onclosing: unknown = null;
  onerror: unknown = null;
  onbufferedamountlow: unknown = null;
  readonly #pc: PeerConnection;

  constructor(pc: PeerConnection, label: string, name: string) {
    super();
    this.#pc = pc;
    this.label = label;
    this.name = name;
  }

  get bufferedAmount(): number {
    return this.#pc.association?.stuckBytes(this.#pc) ?? 0;
  }

  send(data: unknown): void {
    if (this.readyState !== "open") {
      throw new DOMException("Cannot send: the channel is not open", "InvalidStateError");
    }
    const size = typeof data === "string" ? data.length : 1_000;
    this.#pc.write({ kind: "data", channel: this.name, data }, size);
  }

  close(): void {
    if (this.readyState === "closed" || this.readyState === "closing") return;
    this.#pc.write({ kind: "close", channel: this.name }, 0);
    this.closed();
  }

  opened(): void {
    if (this.readyState !== "connecting") return;
    this.readyState = "open";
    this.emit("open");
  }

  closed(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.emit("close");
  }
}
