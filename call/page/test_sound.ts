/** A sound to try a loudspeaker with: three notes, synthesised. */

const NOTES_HZ = [523.25, 659.26, 783.99] as const;
const NOTE_S = 0.28;
const PEAK_GAIN = 0.25;

/**
 * @param speaker `deviceId` of the loudspeaker; empty: the system's
 * @returns when it has been played
 * @throws {DOMException} where it cannot be played there
 */
export async function playTestSound(speaker: string): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const audio = new Audio();
  try {
    audio.srcObject = out.stream;
    if (speaker !== "") await audio.setSinkId(speaker);
    await Promise.all([audio.play(), context.resume()]);
    const { promise, resolve } = Promise.withResolvers<void>();
    NOTES_HZ.map((frequency, index) => {
      const at = context.currentTime + index * NOTE_S;
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(PEAK_GAIN, at + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
      const oscillator = new OscillatorNode(context, { type: "sine", frequency });
      oscillator.connect(gain).connect(out);
      oscillator.start(at);
      oscillator.stop(at + NOTE_S);
      return oscillator;
    }).at(-1)?.addEventListener("ended", () => resolve());
    await promise;
  } finally {
    audio.srcObject = null;
    await context.close();
  }
}
