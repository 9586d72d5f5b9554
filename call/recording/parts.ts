/** The parts a recording is made of, as the one that leads them (`recording.ts`) sees them. */
/** What is to be seen and heard now; of a stream that is `null`, nothing. */
export interface Scene {
  readonly own: MediaStream | null;
  readonly friend: MediaStream | null;
  /** The friend's screen with its sound, while it is shared. */
  readonly screen: MediaStream | null;
  /** Camera off: a card stands for the picture. */
  readonly ownDark: boolean;
  readonly friendDark: boolean;
}

export interface StudioEvents {
  /** The next piece of the file; what came until now is the file's beginning. */
  readonly part: (part: Blob) => void;
  /** Nothing comes any more. */
  readonly failed: (error: unknown) => void;
}

/** Both voices and pictures become one file. */
export interface Studio {
  show(scene: Scene): void;
  /** At once nothing more is taken in. Resolves when the last part was handed over. */
  stop(): Promise<void>;
}

/** A recording that is being written. */
export interface PartWriter {
  /**
   * Appends, one after the other; what was written stays, also when the browser is killed.
   *
   * @param lengthMs how long the recording is with this part
   * @throws {DOMException} `QuotaExceededError` when the disk is full
   */
  write(part: Blob, lengthMs: number): Promise<void>;
}

/** A recording on this device that the person has not declined yet. */
export interface Kept {
  readonly id: string;
  /** ms since the epoch. */
  readonly startedAt: number;
  readonly lengthMs: number;
  /** It went to the downloads at least once. */
  readonly isSaved: boolean;
}

export interface RecordingStore {
  /** Where nothing is kept under this id yet. */
  create(id: string): Promise<PartWriter>;
  /** All that is kept, newest first, those being written included. */
  list(): Promise<readonly Kept[]>;
  /** As one file that plays, whole or not. */
  read(id: string): Promise<Blob>;
  /** The person has it: it may be deleted when it is surely no longer being copied. */
  markSaved(id: string, now: number): Promise<void>;
  /** Deletes what was saved long enough ago. */
  sweep(now: number): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface RecordingTools {
  /** @param startedAt ms since the epoch */
  idOf(startedAt: number): string;
  /** @throws {DOMException} where the browser refuses */
  openStudio(events: StudioEvents): Studio;
  readonly store: RecordingStore;
  /** Hands the file of a recording to the browser's downloads. */
  download(file: Blob, id: string): void;
}

/** `null`: this browser cannot record. */
export type LoadRecordingTools = () => Promise<RecordingTools | null>;
