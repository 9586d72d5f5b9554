/** How loud the microphone is, for the eye. */

/** What counts as silence, dBFS. */
const QUIETEST_DB = -60;
/** Ten times a second: follows syllables, costs nothing. */
const LOOK_MS = 100;

/**
 * The mean loudness of some samples as a share of what the eye should see.
 *
 * @param samples each −1…1
 * @returns 0 (−60 dBFS and below) … 1 (0 dBFS)
 */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB));
}

/**
 * Measures what `track` gives: nothing while it is muted.
 *
 * @param tell ten times a second, 0…1
 * @returns the disposer
 */
export function watchLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(levelOf(samples));
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
