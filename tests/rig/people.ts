export type Rgb = readonly [red: number, green: number, blue: number];

/** How a person is recognised: by what their camera shows and their microphone hears. */
export interface Appearance {
  name: string;
  /** Red, green and blue of 0 to 255; `changing` for the fake camera of Firefox. */
  colour: Rgb | "changing";
  toneHz: number;
}

/** Who takes part in the tests: each has a colour and a tone, so that a test can tell them apart. */
export interface Person extends Appearance {
  colour: Rgb;
}

// The tones are no multiples of each other, so that no overtone of one is mistaken for another, and
// lie where both Opus and the browsers' noise suppression leave speech alone.
export const ada: Person = { name: "Ada", colour: [220, 30, 30], toneHz: 440 };
export const bob: Person = { name: "Bob", colour: [30, 30, 220], toneHz: 1000 };
export const carla: Person = { name: "Carla", colour: [30, 180, 30], toneHz: 1700 };
export const dev: Person = { name: "Dev", colour: [200, 200, 30], toneHz: 730 };

/** Largest difference in any channel that still counts as the same colour after a video codec. */
export const COLOUR_TOLERANCE = 45;
/** Largest distance of a spectrum's peak that still counts as the same tone. */
export const TONE_TOLERANCE_HZ = 25;
