/** Reads environment variables as values, and collects everything wrong with them. */

/** Tells every problem at once, each with the variable's name. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly problems: readonly string[]) {
    super(`Cannot use this configuration:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
}

export interface Range {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/** More would only slow the gathering of candidates down. */
const MAX_ICE_URLS = 8;
const MAX_PROXIES = 8;

export class EnvReader {
  readonly #env: (name: string) => string | undefined;
  readonly #problems: string[] = [];

  constructor(env: (name: string) => string | undefined) {
    this.#env = env;
  }

  /** The value without surrounding space; empty when unset. */
  text(name: string): string {
    return this.#env(name)?.trim() ?? "";
  }

  whole(name: string, { fallback, min, max }: Range): number {
    const value = this.text(name);
    if (value === "") return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    this.problem(name, `a whole number from ${min} to ${max}`, value);
    return fallback;
  }

  /** One of a few words. */
  choice<T extends string>(name: string, words: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === "") return fallback;
    const found = words.find((word) => word === value);
    if (found === undefined) this.problem(name, words.join(" or "), value);
    return found ?? fallback;
  }

  /** How many proxies to trust: a number, `true` for one, `false` for none. */
  hops(name: string): number {
    const value = this.text(name);
    if (value === "true") return 1;
    if (value === "false") return 0;
    return this.whole(name, { fallback: 0, min: 0, max: MAX_PROXIES });
  }

  /** STUN or TURN addresses (RFC 7064, RFC 7065), separated by commas or space. */
  rtcUrls(name: string, schemes: readonly string[]): string[] {
    const urls = this.#list(name);
    for (const url of urls) {
      const [, scheme = ""] = /^([a-z]+):\S{1,255}$/.exec(url) ?? [];
      if (!schemes.includes(scheme)) this.problem(name, `${schemes.join(": or ")}: addresses`, url);
    }
    if (urls.length > MAX_ICE_URLS) this.problem(name, `at most ${MAX_ICE_URLS}`, `${urls.length}`);
    return urls;
  }

  /** Web origins (scheme, host, port), separated by commas or space. */
  origins(name: string): string[] {
    const origins = this.#list(name);
    for (const origin of origins) {
      if (URL.parse(origin)?.origin === origin) continue;
      this.problem(name, "origins such as https://duet.example", origin);
    }
    return origins;
  }

  problem(name: string, expected: string, got: string): void {
    this.#problems.push(
      `${name}: expected ${expected}, got ${got === "" ? "nothing" : `"${got}"`}`,
    );
  }

  /** @throws {ConfigError} when there was any problem */
  finish(): void {
    if (this.#problems.length > 0) throw new ConfigError(this.#problems);
  }

  #list(name: string): string[] {
    return this.text(name).split(/[\s,]+/).filter((part) => part !== "");
  }
}
