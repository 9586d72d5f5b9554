import { App } from "../app.ts";
import { setBuild } from "../build.ts";
import { listen, type ListenOptions } from "../listen.ts";
import { type BuildOptions, resolveBuildConfig, type ResolvedBuildConfig } from "./config.ts";
import { liveReload } from "./live_reload.ts";
import { MemoryBuild } from "./memory_build.ts";
import { produce } from "./output.ts";
import { writeBuild } from "./snapshot.ts";

/**
 * Builds an app's browser code and serves it during development.
 *
 * @example
 * ```ts
 * const builder = new Builder();
 * if (Deno.args.includes("build")) await builder.build();
 * else await builder.listen(() => import("./main.ts"));
 * ```
 */
export class Builder<State = unknown> {
  /** The options with defaults filled in. */
  config: ResolvedBuildConfig;

  constructor(options: BuildOptions = {}) {
    this.config = resolveBuildConfig(options);
  }

  /** Starts a development server, whose pages reload when it restarts. */
  async listen<S = State>(
    importApp: () => Promise<{ app: App<S> } | App<S>>,
    options: ListenOptions = {},
  ): Promise<void> {
    this.config.mode = "development";
    const imported = await importApp();
    const app = imported instanceof App ? imported : imported.app;
    setBuild(app, await this.#inMemory(), "development");
    const handler = app.handler();
    listen(
      async (request, info) => liveReload(request) ?? await handler(request, info),
      options,
      app.config.basePath,
    );
  }

  /**
   * Builds for production, by default to disk.
   *
   * @returns A function that gives an app the build.
   */
  async build(
    options: {
      mode?: ResolvedBuildConfig["mode"];
      snapshot?: "disk" | "memory";
    } = {},
  ): Promise<<S = State>(app: App<S>) => void> {
    this.config.mode = options.mode ?? "production";
    const memory = options.snapshot === "memory";
    const build = memory ? await this.#inMemory() : await this.#onDisk();
    return (app) => setBuild(app, build, app.config.mode);
  }

  async #inMemory(): Promise<MemoryBuild> {
    const build = new MemoryBuild(this.config, await produce(this.config));
    await build.load();
    return build;
  }

  async #onDisk(): Promise<MemoryBuild> {
    const output = await produce(this.config);
    await writeBuild(this.config, output);
    console.log(`Assets written to: ${this.config.outDir}`);
    return new MemoryBuild(this.config, output);
  }
}
