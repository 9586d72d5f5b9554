/** A way between programs that can be slow or cut, and that leads to whoever is there at the moment. */
import { pause, systemClock } from "../../signaling/clock.ts";

export interface TcpProxyOptions {
  /** Where each new connection goes, on this machine; asked each time. `null`: it is refused. */
  readonly target: () => number | null;
  /** Each chunk takes this long each way, ms. */
  readonly delayMs?: number;
}

export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** Ends every connection through it, and takes no new one. */
  cut(): void;
  /** Takes connections again. */
  mend(): void;
}

/** Listens on a free port of the loopback interface. */
export function startTcpProxy({ target, delayMs = 0 }: TcpProxyOptions): TcpProxy {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const open = new Set<Deno.Conn>();
  let whole = true;
  const serving = serve();

  async function serve(): Promise<void> {
    for await (const conn of listener) void join(conn);
  }

  async function join(near: Deno.Conn): Promise<void> {
    open.add(near);
    const port = whole ? target() : null;
    let far: Deno.Conn | null = null;
    try {
      if (port === null) return;
      far = await Deno.connect({ port, hostname: "127.0.0.1" });
      open.add(far);
      await Promise.race([carry(near, far, delayMs), carry(far, near, delayMs)]);
    } catch {
      // One side is gone: so is the other.
    } finally {
      close(near);
      if (far !== null) close(far);
    }
  }

  function close(conn: Deno.Conn): void {
    if (!open.delete(conn)) return;
    conn.close();
  }

  function cut(): void {
    whole = false;
    for (const conn of [...open]) close(conn);
  }

  return {
    port: listener.addr.port,
    cut,
    mend() {
      whole = true;
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      cut();
      await serving;
    },
  };
}

/** Ends when one side closes, after what was on its way has arrived. */
async function carry(from: Deno.Conn, to: Deno.Conn, delayMs: number): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  for (;;) {
    const chunk = new Uint8Array(65_536);
    const size = await from.read(chunk);
    if (size === null) break;
    const due = performance.now() + delayMs;
    last = last.then(async () => {
      const leftMs = due - performance.now();
      if (leftMs > 0) await pause(systemClock, leftMs);
      await writeAll(to, chunk.subarray(0, size));
    });
    // A failed write shows in the next one too, and in the end.
    last.catch(() => undefined);
  }
  await last;
}

async function writeAll(conn: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await conn.write(bytes.subarray(at));
}
