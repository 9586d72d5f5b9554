import type { ComponentType } from "preact";
import { setBuildId } from "./build_id.ts";

/** Whether this is a development or a production server. */
export type Mode = "development" | "production";

/** An app's configuration with every default filled in. */
export interface ResolvedFreshConfig {
  /** The project's directory. */
  root: string;
  mode: Mode;
  /** Whether `X-Forwarded-Proto` and `X-Forwarded-Host` are believed. */
  trustProxy: boolean;
}

/** An interactive component and where the browser finds it. */
export interface Island {
  /** Unique name within the app. */
  name: string;
  /** URL path of its JavaScript. */
  file: string;
  fn: ComponentType;
}

/** What a file in the routes folder is for. */
export type RouteFileType = "app" | "notFound" | "error" | "route";

/** A file of the routes folder. */
export interface RouteFile {
  type: RouteFileType;
  /** The URL pattern it answers. */
  pattern: string;
  /** Its exports. */
  mod: object;
}

/** A file ready to be served. */
export interface StaticFile {
  /** Identifies the content, `null` when unknown. */
  hash: string | null;
  /** Bytes. */
  size: number;
  contentType: string;
  body: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
  /** Releases the file if the body is not sent. */
  close(): void;
}

/** What a build knows about an app: its islands, file routes and files. */
export interface Build {
  /** The project's directory. */
  root: string;
  id: string;
  /** Islands by their component function. */
  islands: ReadonlyMap<unknown, Island>;
  routes: readonly RouteFile[];
  /** URL path of the script that hydrates islands. */
  clientEntry: string;
  /** Load the client script on every page, for live reload. */
  alwaysBoot: boolean;
  /** Opens a file by its percent-encoded URL path. */
  readFile(pathname: string): Promise<StaticFile | null>;
}

/** A module whose default export is an island. */
export interface IslandModule {
  name: string;
  file: string;
  mod: { default?: unknown };
}

const builds = new WeakMap<object, Build>();

const NO_BUILD: Build = {
  ...{ root: ".", id: "", clientEntry: "", alwaysBoot: false, islands: new Map(), routes: [] },
  readFile: () => Promise.resolve(null),
};

/** The build an app was given; one with nothing in it, if none. */
export function buildOf(app: object): Build {
  return builds.get(app) ?? NO_BUILD;
}

/** Gives an app its build. */
export function setBuild(app: { config: ResolvedFreshConfig }, build: Build, mode: Mode): void {
  app.config.root = build.root;
  app.config.mode = mode;
  setBuildId(build.id);
  builds.set(app, build);
}

/**
 * Lists islands by component.
 *
 * @throws {TypeError} if a module has no component as its default export.
 */
export function islandsOf(modules: readonly IslandModule[]): Build["islands"] {
  return new Map(modules.map(({ name, file, mod }) => {
    if (typeof mod.default !== "function") {
      throw new TypeError(`Cannot use ${name} as an island: its default export is no component`);
    }
    const fn = mod.default as ComponentType;
    return [fn, { name, file, fn }];
  }));
}
