import { type AnyComponent, type FunctionComponent, h, type JSX } from "preact";
import type { Build, ResolvedFreshConfig } from "./build.ts";
import { renderDocument } from "./render/document.ts";
import {
  connectHandlers,
  isHandlers,
  upgrade,
  type WebSocketHandlers,
  type WebSocketUpgradeOptions,
} from "./websocket.ts";

/** What a page and the app wrapper receive. */
export type PageProps<Data = unknown, T = unknown> =
  & Pick<
    Context<T>,
    "config" | "url" | "req" | "params" | "info" | "state" | "Component" | "error" | "route"
  >
  & { data: Data };

/** A page or the app wrapper. */
export type RouteComponent<State> = AnyComponent<PageProps<unknown, State>>;

/** What a request is made of. */
export interface ContextInit {
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  route: string | null;
  params: Record<string, string>;
  config: ResolvedFreshConfig;
  next: () => Promise<Response>;
  build: Build;
}

/** The build a request is served from. */
export let buildFor: <State>(ctx: Context<State>) => Build;

/** Sets what a request's page is rendered inside, and returns what it was. */
export let wrapIn: <State>(
  ctx: Context<State>,
  app: RouteComponent<State> | undefined,
) => RouteComponent<State> | undefined;

/** Everything about one request, passed to every middleware and handler. */
export class Context<State> {
  /** The app's configuration. */
  readonly config: ResolvedFreshConfig;
  /** The request's URL. */
  readonly url: URL;
  /** The request. */
  req: Request;
  /** The route pattern that matched, if any. */
  readonly route: string | null;
  /** The values of the pattern's parameters, decoded. */
  readonly params: Record<string, string>;
  /** The middlewares' shared state, fresh for every request. */
  readonly state: State = {} as State;
  /** What was thrown, `null` if nothing was. */
  error: unknown | null = null;
  /** The connection's addresses. */
  readonly info: Deno.ServeHandlerInfo;
  /** Calls the next middleware. */
  next: () => Promise<Response>;
  /** What the app wrapper is put around. */
  Component: FunctionComponent = () => null;
  readonly #build: Build;
  #app: RouteComponent<State> | undefined;

  static {
    buildFor = (ctx) => ctx.#build;
    wrapIn = (ctx, app) => {
      const before = ctx.#app;
      ctx.#app = app;
      return before;
    };
  }

  constructor(init: ContextInit) {
    this.req = init.req;
    this.url = init.url;
    this.info = init.info;
    this.route = init.route;
    this.params = init.params;
    this.config = init.config;
    this.next = init.next;
    this.#build = init.build;
  }

  /** Renders JSX inside the app wrapper. */
  // deno-lint-ignore require-await -- what it throws is a rejection, as in the published package
  async render(page: JSX.Element | null, init: ResponseInit = {}): Promise<Response> {
    const app = this.#app;
    const wrap = app === undefined
      ? undefined
      : (Component: FunctionComponent): JSX.Element =>
        h(app, { ...propsOf(this, undefined), Component });
    return renderDocument({ build: this.#build, page, ...(wrap && { wrap }) }, init);
  }

  /**
   * Upgrades to a WebSocket: with handlers it returns the response, without them also the socket.
   *
   * @throws {HttpError} 400 if the request does not ask for a WebSocket.
   */
  upgrade(options?: WebSocketUpgradeOptions): { socket: WebSocket; response: Response };
  upgrade(handlers: WebSocketHandlers, options?: WebSocketUpgradeOptions): Response;
  upgrade(
    first?: WebSocketHandlers | WebSocketUpgradeOptions,
    second?: WebSocketUpgradeOptions,
  ): { socket: WebSocket; response: Response } | Response {
    if (!isHandlers(first)) return upgrade(this.req, first);
    const { socket, response } = upgrade(this.req, second);
    connectHandlers(socket, first);
    return response;
  }
}

/** The props of a page or the app wrapper. */
export function propsOf<Data, State>(ctx: Context<State>, data: Data): PageProps<Data, State> {
  const { config, url, req, params, info, state, error, route, Component } = ctx;
  return { config, url, req, params, info, state, error, route, Component, data };
}
