/** Chance from a seed: the same seed draws the same numbers, whatever else draws from other forks. */

export class Chance {
  #state: number;

  constructor(seed: number | string) {
    this.#state = typeof seed === "number" ? seed | 0 : hash(seed);
  }

  /** A number in [0, 1) (mulberry32: 32 bits of state are plenty for one life). */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };

  between(least: number, most: number): number {
    return least + (most - least) * this.next();
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor((most - least + 1) * this.next());
  }

  /** Whether something with this probability happens. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.next() * choices.length)];
    if (choice === undefined) throw new Error("Cannot pick from nothing");
    return choice;
  }

  /** Picks by weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return this.pick(choices)[0];
  }

  /** Another source, whose draws do not move this one. */
  fork(label: string): Chance {
    return new Chance(hash(`${this.#state}:${label}`));
  }

  /** 132 bits as base64url, as the product makes its names. */
  readonly newId = (): string => {
    let id = "";
    for (let i = 0; i < 22; i++) id += ALPHABET[Math.floor(this.next() * 64)];
    return id;
  };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** FNV-1a with a last stir, so that neighbouring seeds draw unlike numbers. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) | 0;
}
