import type { FunctionComponent, JSX } from "preact";
import type { Build } from "./build.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import type { RouteComponent } from "./render/component.ts";
import { renderResponse } from "./render/document.ts";
import type { LayoutConfig } from "./types.ts";
import {
  connectHandlers,
  isHandlers,
  upgrade,
  type WebSocketHandlers,
  type WebSocketUpgradeOptions,
} from "./websocket.ts";

/** Another name of {@linkcode Context}. */
export type FreshContext<State = unknown> = Context<State>;

/** What surrounds the page that is rendered for a request. */
export interface Ui<State> {
  app: RouteComponent<State> | null;
  layouts: RouteComponent<State>[];
}

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

/** What surrounds the page of a request; scopes change it. */
export let uiOf: <State>(ctx: Context<State>) => Ui<State>;

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
  /** What the handler passed to the page. */
  data: unknown = undefined;
  /** What was thrown, `null` if nothing was. */
  error: unknown | null = null;
  /** The connection's addresses. */
  readonly info: Deno.ServeHandlerInfo;
  /** Whether only partials are to be rendered. */
  readonly isPartial: boolean;
  /** Calls the next middleware. */
  next: () => Promise<Response>;
  /** What a layout or app wrapper is put around. */
  Component: FunctionComponent = () => null;
  readonly #build: Build;
  readonly #ui: Ui<State> = { app: null, layouts: [] };

  static {
    buildFor = (ctx) => ctx.#build;
    uiOf = (ctx) => ctx.#ui;
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
    this.isPartial = init.url.searchParams.has("fresh-partial");
  }

  /** Redirects to a path of this site or to an absolute URL; never to another host by `//`. */
  redirect(pathOrUrl: string, status = 302): Response {
    const [path = "", rest = ""] = splitPath(pathOrUrl);
    const location = path.startsWith("/") ? path.replaceAll(/\/+/g, "/") + rest : pathOrUrl;
    return new Response(null, { status, headers: { location } });
  }

  /** Renders JSX inside the layouts and the app wrapper. */
  render(
    vnode: JSX.Element | null,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    const app = config.skipAppWrapper ? null : this.#ui.app;
    const layouts = config.skipInheritedLayouts ? [] : this.#ui.layouts;
    return renderResponse(this, this.#build, { app, layouts }, vnode, init);
  }

  /** Responds with plain text. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** Responds with a string of HTML. */
  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  /** Responds with JSON. */
  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
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

function splitPath(pathOrUrl: string): [string, string] {
  const end = pathOrUrl.search(/[?#]/);
  return end === -1 ? [pathOrUrl, ""] : [pathOrUrl.slice(0, end), pathOrUrl.slice(end)];
}
