import { useEffect } from "preact/hooks";

/** Keeps the screen awake while `active`, where the browser can (Screen Wake Lock, W3C). */
export function useWakeLock(active: boolean): void {
  useEffect(() => active ? keepAwake() : undefined, [active]);
}

/** @returns lets the screen sleep again */
function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let done = false;

  async function request() {
    // The browser drops the lock whenever the page is hidden, and grants none meanwhile.
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      const granted = await navigator.wakeLock.request("screen");
      if (done) await granted.release();
      else lock = granted;
    } catch {
      // Refused, for example because the battery is low: the call goes on without.
    }
  }

  document.addEventListener("visibilitychange", request);
  request();
  return () => {
    done = true;
    document.removeEventListener("visibilitychange", request);
    lock?.release().catch(() => {});
  };
}
