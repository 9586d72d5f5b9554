/** One recording under way: what the studio hands over comes to the disk, part by part. */
import type { Clock } from "../../signaling/clock.ts";
import { lockOf } from "./shelf.ts";
import type { RecordingTools, Scene } from "./parts.ts";

/** More than a disk that keeps up ever has waiting: memory is not filled with the rest, bytes. */
export const MAX_WAITING_BYTES = 32 * 1024 * 1024;

export interface WritingOptions {
  readonly tools: RecordingTools;
  readonly id: string;
  readonly clock: Pick<Clock, "monotonic">;
  readonly locks: LockManager | undefined;
  /** It cannot go on; said once or more. */
  readonly broke: (error: unknown) => void;
}

export interface Writing {
  readonly id: string;
  show(scene: Scene): void;
  /** At once nothing more is taken in. Resolves when all that was is on the disk. */
  stop(): Promise<void>;
}

/** @throws {DOMException} where the browser refuses */
export function startWriting({ tools, id, clock, locks, broke }: WritingOptions): Writing {
  const startedAt = clock.monotonic();
  let waitingBytes = 0;
  // After a part that is missing nothing more may come: a file with a gap does not play.
  let isCut = false;
  let queue = Promise.resolve();
  const studio = tools.openStudio({
    part(part) {
      const lengthMs = clock.monotonic() - startedAt;
      waitingBytes += part.size;
      isCut ||= waitingBytes > MAX_WAITING_BYTES;
      if (isCut) return broke(new Error("Cannot go on recording: the disk does not keep up"));
      queue = queue.then(async () => {
        await (await writer).write(part, lengthMs);
        waitingBytes -= part.size;
      });
      queue.catch(broke);
    },
    failed: broke,
  });
  const unlock = lock(id, locks);
  const writer = tools.store.create(id);
  writer.catch(broke);

  return {
    id,
    show(scene) {
      try {
        studio.show(scene);
      } catch (error) {
        // Not to whoever changed what is to be seen.
        broke(error);
      }
    },
    async stop() {
      await studio.stop();
      await queue.catch(() => undefined);
      unlock();
    },
  };
}

/** A living page is writing this one: others do not offer it. */
function lock(id: string, locks: LockManager | undefined): () => void {
  const done = Promise.withResolvers<void>();
  locks?.request(lockOf(id), () => done.promise).catch(() => undefined);
  return done.resolve;
}
