import { assertEquals } from "@std/assert";
import type { BrowserContext, ConsoleMessage, Page, PageSocket, Request } from "./deps.ts";

/** Collects what a browser complains about and whom it talks to, over all its pages. */
export interface Guards {
  /** Origins that the test itself opened. */
  ownOrigins: Set<string>;
  /** Console errors and warnings, and errors nobody caught. */
  complaints: string[];
  /** Addresses of everything that was asked for outside the app's own origin. */
  foreignRequests: string[];
  /** Fails on any complaint that no pattern allows. */
  expectClean(allowed?: RegExp[]): void;
  /** Fails when anything went outside the app's own origin. */
  expectOnlyOwnOrigin(): void;
}

/** Starts to watch every page of a context, those opened later included. */
export function watchContext(context: BrowserContext, who: string): Guards {
  const ownOrigins = new Set<string>();
  const complaints: string[] = [];
  const foreignRequests: string[] = [];

  const check = (url: string) => {
    if (isForeign(url, ownOrigins)) foreignRequests.push(url);
  };
  context.on("console", (message: ConsoleMessage) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url, lineNumber } = message.location();
    complaints.push(`${message.type()}: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on("weberror", (error) => {
    complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
  context.on("request", (request: Request) => check(request.url()));
  const watchSockets = (page: Page) => {
    page.on("websocket", (socket: PageSocket) => check(socket.url()));
  };
  context.pages().forEach(watchSockets);
  context.on("page", watchSockets);

  return {
    ownOrigins,
    complaints,
    foreignRequests,
    expectClean: (allowed = []) => {
      const serious = complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      assertEquals(serious, [], `The browser of ${who} complained`);
    },
    expectOnlyOwnOrigin: () => {
      assertEquals(foreignRequests, [], `The browser of ${who} talked to strangers`);
    },
  };
}

/** Whether a request goes anywhere but to the given origins. */
export function isForeign(requestUrl: string, ownOrigins: Set<string>): boolean {
  const { protocol, host } = new URL(requestUrl);
  if (["data:", "blob:", "about:"].includes(protocol)) return false;
  // A WebSocket to the own host is the own origin: its scheme just has another name.
  return !ownOrigins.has(`${protocol.replace(/^ws/, "http")}//${host}`);
}
