/** The script every page loads in development: it also reloads the page when the server restarts. */
export * from "./mod.ts";

const RETRY_MS = 250;
let revision: string | undefined;

function watch(): void {
  const socket = new WebSocket(new URL("/_frsh/alive", location.href.replace(/^http/, "ws")));
  socket.onmessage = ({ data }) => {
    if (revision !== undefined && revision !== data) location.reload();
    revision = data;
  };
  socket.onclose = () => setTimeout(watch, RETRY_MS);
}

watch();
