/** Whether a page has its seat by the server, as its socket tells. */
import { effect, signal } from "@preact/signals";
import { parseServerMessage } from "../../signaling/protocol.ts";
import type { Page, PageSocket } from "./deps.ts";

export interface SeatWatch {
  /** Resolves once the newest socket of the page is open and has been given a seat. */
  seated(timeoutMs?: number): Promise<void>;
}

/** Watches every socket that this tab opens from now on, over all lives of its page. */
export function watchSeat(page: Page): SeatWatch {
  let newest: PageSocket | null = null;
  const hasSeat = signal(false);
  page.on("websocket", (socket) => {
    newest = socket;
    hasSeat.value = false;
    socket.on("framereceived", ({ payload }) => {
      const parsed = parseServerMessage(payload);
      if (socket === newest && parsed.ok && parsed.message.type === "joined") hasSeat.value = true;
    });
    socket.on("close", () => {
      if (socket === newest) hasSeat.value = false;
    });
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
