import { App } from "../app.ts";
import { type Build, type Mode, setBuild } from "../build.ts";
import { listen, type ListenOptions } from "../listen.ts";
import { bundle } from "./bundle.ts";
import { type BuildOptions, resolveBuildConfig, type ResolvedBuildConfig } from "./config.ts";
import { liveReload } from "./live_reload.ts";
import { memoryBuild } from "./memory_build.ts";
import { findSources } from "./sources.ts";
import { writeBuild } from "./write_build.ts";

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
    listen(async (request, info) => liveReload(request) ?? await handler(request, info), options);
  }

  /**
   * Builds for production, by default to disk.
   *
   * @returns A function that gives an app a build that was made in memory.
   */
  async build(
    { mode = "production", snapshot = "disk" }: { mode?: Mode; snapshot?: "disk" | "memory" } = {},
  ): Promise<<S = State>(app: App<S>) => void> {
    this.config.mode = mode;
    if (snapshot === "memory") {
      const build = await this.#inMemory();
      return (app) => setBuild(app, build, app.config.mode);
    }
    const sources = await findSources(this.config);
    await writeBuild(this.config, sources, await bundle(this.config, sources.islands));
    console.log(`Assets written to: ${this.config.outDir}`);
    return () => {
      throw new Error("Cannot apply a build on disk: serve its server.js instead");
    };
  }

  async #inMemory(): Promise<Build> {
    const sources = await findSources(this.config);
    return await memoryBuild(this.config, sources, await bundle(this.config, sources.islands));
  }
}
