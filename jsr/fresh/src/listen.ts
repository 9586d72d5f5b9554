/** Options of `App.listen()` and `Builder.listen()`. */
export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & {
    /** Public address to print beside the local one. */
    remoteAddress?: string;
  };

type Handler = (request: Request, info: Deno.ServeHandlerInfo<Deno.NetAddr>) => Promise<Response>;

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Starts a server. Without a port, the first free one from 8000 to 8019 is taken. */
export function listen(handler: Handler, options: ListenOptions, basePath: string): void {
  const onListen = (address: Deno.NetAddr) => announce(address, options, basePath);
  const serve = (port: number) => Deno.serve({ onListen, ...options, port }, handler);
  if (options.port) serve(options.port);
  else firstFree(serve);
}

function firstFree<T>(serve: (port: number) => T): T {
  for (let port = FIRST_PORT;; port++) {
    try {
      return serve(port);
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse) || port === LAST_PORT) {
        throw error;
      }
    }
  }
}

function announce(address: Deno.NetAddr, options: ListenOptions, basePath: string): void {
  const protocol = options.key !== undefined && options.cert !== undefined ? "https:" : "http:";
  const anyHost = address.hostname === "0.0.0.0" || address.hostname === "::";
  const host = anyHost ? "localhost" : address.hostname;
  console.log(
    `\nFresh ready\n    Local:  ${protocol}//${host}:${address.port}${basePath}/`,
  );
  if (options.remoteAddress !== undefined) {
    console.log(`    Remote: ${options.remoteAddress}`);
  }
}
