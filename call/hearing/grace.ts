/** A device that was off a moment ago gives nothing yet, and that is no fault. */

export interface Grace {
  /** Whether it is off, or was until a moment ago, or is another one since. */
  isOff(device: { readonly track: MediaStreamTrack | null; readonly off: boolean }): boolean;
}

/** @param graceMs until what is sent and measured is of the device as it is now */
export function createGrace(now: () => number, graceMs: number): Grace {
  let known: string | null = null;
  let offAt = -Infinity;
  return {
    isOff({ track, off }) {
      const id = track?.id ?? null;
      const isOther = known !== null && id !== null && id !== known;
      if (off || isOther) offAt = now();
      known = id ?? known;
      return now() - offAt < graceMs;
    },
  };
}
