/** What the server says to a page, and whether the page has its seat by it. */
import { effect, signal } from "@preact/signals";
import { parseServerMessage, type ServerMessage } from "../../signaling/protocol.ts";
import type { Page, PageSocket } from "./deps.ts";

export interface SeatWatch {
  /** Resolves once the newest socket of the page is open and has been given a seat. */
  seated(timeoutMs?: number): Promise<void>;
}

/** Tells what the server says on every socket that this tab opens from now on. */
export function hearServer(
  page: Page,
  heard: (message: ServerMessage, socket: PageSocket) => void,
): void {
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      const parsed = parseServerMessage(payload);
      if (parsed.ok) heard(parsed.message, socket);
    });
  });
}

/** Watches every socket that this tab opens from now on, over all lives of its page. */
export function watchSeat(page: Page): SeatWatch {
  let newest: PageSocket | null = null;
  const hasSeat = signal(false);
  page.on("websocket", (socket) => {
    newest = socket;
    hasSeat.value = false;
    socket.on("close", () => {
      if (socket === newest) hasSeat.value = false;
    });
  });
  hearServer(page, ({ type }, socket) => {
    if (socket === newest && type === "joined") hasSeat.value = true;
  });
  return {
    async seated(timeoutMs = 20_000) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(() => reject(new Error("The page got no seat")), timeoutMs);
      const stop = effect(() => {
        if (hasSeat.value) resolve();
      });
      await promise.finally(() => {
        stop();
        clearTimeout(timer);
      });
    },
  };
}
