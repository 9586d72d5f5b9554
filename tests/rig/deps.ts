/** The one place that names the browser driver and its version. */
export { chromium, firefox } from "npm:playwright-core@1.64.1";
export type {
  BrowserContext,
  ConsoleMessage,
  Page,
  Request,
  WebSocket as PageSocket,
} from "npm:playwright-core@1.64.1";
