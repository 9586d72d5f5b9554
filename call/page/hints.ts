/** Reasons to believe that the network changed or that the page slept. */

/** Not in TypeScript's DOM library: Network Information API, Chromium only. */
interface NavigatorWithConnection extends Navigator {
  readonly connection?: EventTarget;
}

/** Calls `changed` at each hint. @returns the disposer */
export function onNetworkHint(changed: () => void): () => void {
  const connection = (navigator as NavigatorWithConnection).connection;
  const visible = () => {
    if (document.visibilityState === "visible") changed();
  };
  addEventListener("online", changed);
  addEventListener("pageshow", changed);
  document.addEventListener("visibilitychange", visible);
  connection?.addEventListener("change", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("pageshow", changed);
    document.removeEventListener("visibilitychange", visible);
    connection?.removeEventListener("change", changed);
  };
}

/** Calls `closing` when the page closes or reloads. @returns the disposer */
export function onClosing(closing: () => void): () => void {
  addEventListener("pagehide", closing);
  return () => removeEventListener("pagehide", closing);
}
