import type { ComponentType } from "preact";
import type { App } from "./app.ts";
import type { FsItem } from "./fs_routes.ts";

/** An interactive component and where the browser finds it. */
export interface Island {
  /** URL path of its JavaScript, without the base path. */
  file: string;
  /** Unique name within the app. */
  name: string;
  /** Name of the module's export, usually `default`. */
  exportName: string;
  fn: ComponentType;
  css: string[];
}

/** A file ready to be served. */
export interface StaticFile {
  /** Identifies the content, `null` when unknown. */
  hash: string | null;
  /** Size in bytes. */
  size: number;
  contentType: string;
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  /** Releases the file if the body is not sent. */
  close(): void;
}

/** What a build knows about an app: its islands, file routes and files. */
export interface Build {
  /** The project's directory. */
  root: string;
  /** Islands by their component function. */
  islands: ReadonlyMap<unknown, Island>;
  /** URL path of the script that hydrates islands. */
  clientEntry: string;
  /** Load the client script on every page, for live reload. */
  alwaysBoot: boolean;
  fsItems(): readonly FsItem[];
  /** Opens a file by its percent-encoded URL path. */
  readFile(pathname: string): Promise<StaticFile | null>;
}

const builds = new WeakMap<object, Build>();

/** A build with nothing in it, for an app that was never built. */
export function emptyBuild(): Build {
  return {
    root: ".",
    islands: new Map(),
    clientEntry: "",
    alwaysBoot: false,
    fsItems: () => [],
    readFile: () => Promise.resolve(null),
  };
}

/** The build an app was given, if any. */
export function buildOf<State>(app: App<State>): Build | undefined {
  return builds.get(app);
}

/** Gives an app its build. */
export function setBuild<State>(
  app: App<State>,
  build: Build,
  mode: "development" | "production",
): void {
  app.config.root = build.root;
  app.config.mode = mode;
  builds.set(app, build);
}
