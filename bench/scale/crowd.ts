/** A crowd as its process tells of it. */
import { fileURLToPath as fromFileUrl } from "node:url";
import type { CrowdNews, CrowdPlan } from "./crowd_main.ts";

type News<K extends CrowdNews["news"]> = Extract<CrowdNews, { news: K }>;

const PROGRAM = fromFileUrl(new URL("crowd_main.ts", import.meta.url));

export class Crowd implements AsyncDisposable {
  readonly pid: number;
  readonly #process: Deno.ChildProcess;
  readonly #news: CrowdNews[] = [];
  #wake: (() => void) | null = null;
  #ended = false;

  constructor(plan: CrowdPlan) {
    const args = ["run", "--quiet", "--no-check", "--allow-net", PROGRAM, JSON.stringify(plan)];
    const pipes = { stdin: "null", stdout: "piped", stderr: "inherit" } as const;
    this.#process = new Deno.Command(Deno.execPath(), { args, ...pipes }).spawn();
    this.pid = this.#process.pid;
    void this.#read();
  }

  /**
   * The next news of this kind; others are passed over.
   *
   * @throws {Error} when the crowd ends before
   */
  async next<K extends CrowdNews["news"]>(kind: K): Promise<News<K>> {
    while (true) {
      const news = this.#news.shift();
      if (news !== undefined && isOf(news, kind)) return news;
      if (news !== undefined) continue;
      if (this.#ended) throw new Error(`The crowd ended before "${kind}"`);
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#ended) this.#process.kill("SIGKILL");
    await this.#process.status;
  }

  async #read(): Promise<void> {
    let rest = "";
    for await (const text of this.#process.stdout.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.#news.push(JSON.parse(line));
      this.#wake?.();
    }
    this.#ended = true;
    this.#wake?.();
  }
}

function isOf<K extends CrowdNews["news"]>(news: CrowdNews, kind: K): news is News<K> {
  return news.news === kind;
}
