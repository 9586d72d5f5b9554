/** Another way to the same server, that can be cut: the page on it keeps its media and loses us. */

export interface TcpProxy extends AsyncDisposable {
  /** Where pages find the server behind it. */
  readonly url: string;
  /** Ends every connection through it, and takes no new one. */
  cut(): void;
  /** Takes connections again. */
  mend(): void;
}

/** Stands before an app on a free port of the loopback interface. */
export function startTcpProxy(app: { readonly url: string }): TcpProxy {
  const { port } = new URL(app.url);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connections = new Set<Deno.TcpConn>();
  const work: Promise<unknown>[] = [];
  let whole = true;

  async function forward(outside: Deno.TcpConn): Promise<void> {
    connections.add(outside);
    const inside = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
    connections.add(inside);
    // Either side may go first, without a word.
    await Promise.allSettled([
      outside.readable.pipeTo(inside.writable),
      inside.readable.pipeTo(outside.writable),
    ]);
    drop(outside);
    drop(inside);
  }

  function drop(connection: Deno.TcpConn): void {
    connections.delete(connection);
    try {
      connection.close();
    } catch {
      // Its streams closed it.
    }
  }

  async function accept(): Promise<void> {
    for await (const connection of listener) {
      if (whole) work.push(forward(connection).catch(() => drop(connection)));
      else drop(connection);
    }
  }
  work.push(accept());

  function cut(): void {
    whole = false;
    for (const connection of connections) drop(connection);
  }

  return {
    url: `http://localhost:${listener.addr.port}/`,
    cut,
    mend() {
      whole = true;
    },
    async [Symbol.asyncDispose]() {
      cut();
      listener.close();
      await Promise.all(work);
    },
  };
}
