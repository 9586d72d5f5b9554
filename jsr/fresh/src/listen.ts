/** Options of `App.listen()` and `Builder.listen()`. */
export type ListenOptions = Partial<Deno.ServeTcpOptions>;

type Handler = (request: Request, info: Deno.ServeHandlerInfo<Deno.NetAddr>) => Promise<Response>;

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Starts a server. Without a port, the first free one from 8000 to 8019 is taken. */
export function listen(handler: Handler, options: ListenOptions): void {
  const serve = (port: number) => Deno.serve({ onListen: announce, ...options, port }, handler);
  if (options.port) serve(options.port);
  else firstFree(serve);
}

function firstFree<T>(serve: (port: number) => T): T {
  for (let port = FIRST_PORT;; port++) {
    try {
      return serve(port);
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse) || port === LAST_PORT) throw error;
    }
  }
}

function announce({ hostname, port }: Deno.NetAddr): void {
  const host = hostname === "0.0.0.0" || hostname === "::" ? "localhost" : hostname;
  console.log(`\nFresh ready\n    Local:  http://${host}:${port}/`);
}
