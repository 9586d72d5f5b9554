/**
 * Run before the app in its own process: SIGUSR1 sets its wall clock 80 s forward, SIGUSR2 an hour
 * back, as an administrator or a bad time server does. The monotonic clock stays as it is.
 */
const FORWARD_MS = 80_000;
const BACK_MS = -3_600_000;

const now = Date.now.bind(Date);
let shiftMs = 0;
Date.now = () => now() + shiftMs;
Deno.addSignalListener("SIGUSR1", () => shiftMs += FORWARD_MS);
Deno.addSignalListener("SIGUSR2", () => shiftMs += BACK_MS);
