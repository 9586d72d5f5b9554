/** Says what has to be said of files, again where it could not be said at once. */
import type { FilesMessage } from "./messages.ts";

export interface Mouth {
  tell(message: FilesMessage): void;
  /** Says what is unsaid, in order. */
  again(): void;
  /** Nothing of it is for whom the call is with now. */
  forget(): void;
}

export function createMouth(say: (message: FilesMessage) => boolean): Mouth {
  /** The latest of a kind for each file: an older one is void. */
  const unsaid = new Map<string, FilesMessage>();

  function tell(message: FilesMessage): void {
    const topic = `${message.does} ${message.id}`;
    unsaid.delete(topic);
    if (!say(message)) unsaid.set(topic, message);
  }

  return {
    tell,
    again() {
      const messages = [...unsaid.values()];
      unsaid.clear();
      messages.forEach(tell);
    },
    forget: () => unsaid.clear(),
  };
}
