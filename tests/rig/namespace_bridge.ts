/** Lets this process talk to a port of 127.0.0.1 inside a network namespace. */
export interface NamespaceBridge extends AsyncDisposable {
  /** The port out here; connections to it go to the same port in there. */
  port: number;
}

/** Runs inside the namespace, where only its standard input and output lead out. */
const FORWARDER = `
  const inside = await Deno.connect({ hostname: "127.0.0.1", port: Number(Deno.args[0]) });
  const ends = [Deno.stdin.readable.pipeTo(inside.writable), inside.readable.pipeTo(Deno.stdout.writable)];
  await Promise.race(ends.map((end) => end.catch(() => {})));
  Deno.exit();`;

/**
 * Opens a bridge. Firefox is driven over a socket, unlike Chromium, which has pipes; a socket does
 * not cross into another network, but a pipe does.
 */
export function openBridge(namespace: string): NamespaceBridge {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  const work: Promise<unknown>[] = [];
  const children: Deno.ChildProcess[] = [];
  const forward = (connection: Deno.TcpConn) => {
    const child = new Deno.Command("ip", {
      args: ["netns", "exec", namespace, Deno.execPath(), "eval", FORWARDER, String(port)],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    children.push(child);
    const ends = [
      connection.readable.pipeTo(child.stdin),
      child.stdout.pipeTo(connection.writable),
    ];
    // Either side may go first, without a word.
    work.push(child.status, ...ends.map((end) => end.catch(() => {})));
  };
  const accept = async () => {
    for await (const connection of listener) forward(connection);
  };
  work.push(accept());
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      listener.close();
      for (const child of children) {
        try {
          child.kill("SIGKILL");
        } catch {
          // It ended with its connection.
        }
      }
      await Promise.all(work);
    },
  };
}
