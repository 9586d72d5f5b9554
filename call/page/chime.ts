/** A soft two-note chime when the friend arrives, synthesised: no file to load. */

/** Notes as [frequency Hz, start s]: a rising fourth. */
const NOTES = [[659.26, 0], [880, 0.14]] as const;
const NOTE_S = 0.5;
const PEAK_GAIN = 0.08;

/** Plays it where the browser allows sound; silence is fine. */
export async function chime(): Promise<void> {
  const Context = globalThis.AudioContext;
  if (Context === undefined) return;
  const context = new Context();
  try {
    if (context.state !== "running") return;
    const last = NOTES.map(([frequency, start]) => note(context, frequency, start)).at(-1);
    await new Promise<void>((resolve) => {
      if (last === undefined) resolve();
      else last.onended = () => resolve();
    });
  } finally {
    await context.close();
  }
}

function note(context: AudioContext, frequency: number, startS: number): OscillatorNode {
  const at = context.currentTime + startS;
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(PEAK_GAIN, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
  const oscillator = new OscillatorNode(context, { type: "sine", frequency });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + NOTE_S);
  return oscillator;
}
