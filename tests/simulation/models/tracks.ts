/** MediaStreamTrack and MediaStream (W3C Media Capture) as far as the engine looks at them. */
import { Target } from "./target.ts";

export type Kind = "audio" | "video";

export class Track extends Target {
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  muted: boolean;
  readyState: "live" | "ended" = "live";
  contentHint = "";
  onended: unknown = null;
  onmute: unknown = null;
  onunmute: unknown = null;
  /** Told when what the track carries may have changed; for the senders it hangs on. */
  readonly changed = new Set<() => void>();
  #enabled = true;

  constructor(id: string, kind: Kind, muted = false) {
    super();
    this.id = id;
    this.kind = kind;
    this.label = `A ${kind === "video" ? "camera" : "microphone"}`;
    this.muted = muted;
  }

  get enabled(): boolean {
    return this.#enabled;
  }

  set enabled(value: boolean) {
    this.#enabled = value;
    this.tell();
  }

  /** By the page: says nothing. */
  stop(): void {
    this.readyState = "ended";
    this.tell();
  }

  /** By the device: unplugged. */
  end(): void {
    if (this.readyState === "ended") return;
    this.readyState = "ended";
    this.tell();
    this.emit("ended");
  }

  setMuted(muted: boolean): void {
    if (this.muted === muted) return;
    this.muted = muted;
    this.emit(muted ? "mute" : "unmute");
  }

  clone(): Track {
    return new Track(`${this.id}'`, this.kind, this.muted);
  }

  getSettings(): MediaTrackSettings {
    return this.kind === "video"
      ? { facingMode: "user", width: 1280, height: 720, frameRate: 30 }
      : {};
  }

  applyConstraints(): Promise<void> {
    return Promise.resolve();
  }

  tell(): void {
    for (const told of [...this.changed]) told();
  }
}

export class Stream extends Target {
  static #made = 0;
  readonly id = `stream-${Stream.#made++}`;
  readonly #tracks = new Set<Track>();

  constructor(tracks: Stream | readonly Track[] = []) {
    super();
    for (const track of tracks instanceof Stream ? tracks.getTracks() : tracks) {
      this.addTrack(track);
    }
  }

  get active(): boolean {
    return this.getTracks().some(({ readyState }) => readyState === "live");
  }

  getTracks(): Track[] {
    return [...this.#tracks];
  }

  getAudioTracks(): Track[] {
    return this.getTracks().filter(({ kind }) => kind === "audio");
  }

  getVideoTracks(): Track[] {
    return this.getTracks().filter(({ kind }) => kind === "video");
  }

  addTrack(track: Track): void {
    this.#tracks.add(track);
  }

  removeTrack(track: Track): void {
    this.#tracks.delete(track);
  }
}
