/** Makes every check in turn, and says how each goes. */
import { checkDevices } from "./devices.ts";
import { checkStun, checkTurn, stunServers, type Transport, turnServers } from "./ice.ts";
import { checkLoop } from "./loop.ts";
import { type CheckName, failed, OK, omitted, type Outcome, RUNNING } from "./outcome.ts";
import { askSocket } from "./socket.ts";

const TRANSPORTS: readonly Transport[] = ["udp", "tcp", "tls"];

export interface RunOptions {
  readonly socketUrl: string;
  readonly tell: (name: CheckName, outcome: Outcome) => void;
  readonly signal: AbortSignal;
}

/** Resolves when all is done; never rejects. After `signal` aborts it tells nothing any more. */
export async function runChecks({ socketUrl, tell, signal }: RunOptions): Promise<void> {
  function say(name: CheckName, outcome: Outcome): void {
    if (!signal.aborted) tell(name, outcome);
  }
  const browser = checkBrowser();
  say("browser", browser);
  if (browser.state !== "ok") {
    for (const name of NEED_BROWSER) say(name, omitted("before-failed"));
    return;
  }
  say("camera", RUNNING);
  say("microphone", RUNNING);
  const { camera, microphone } = await checkDevices(signal);
  say("camera", camera);
  say("microphone", microphone);
  await checkWays({ socketUrl, tell: say, signal });
}

/** Everything but the loudspeaker, which waits for its button. */
const NEED_BROWSER: readonly CheckName[] = [
  ...["camera", "microphone", "socket", "stun"] as const,
  ...["turn-udp", "turn-tcp", "turn-tls", "loop"] as const,
];

function checkBrowser(): Outcome {
  if (!globalThis.isSecureContext) return failed("insecure");
  const able = "RTCPeerConnection" in globalThis && "WebSocket" in globalThis &&
    "AudioContext" in globalThis && navigator.mediaDevices?.getUserMedia !== undefined;
  return able ? OK : failed("unsupported");
}

async function checkWays({ socketUrl, tell, signal }: RunOptions): Promise<void> {
  tell("socket", RUNNING);
  const ice = await askSocket(socketUrl, signal);
  tell("socket", ice === null ? failed("no-socket") : OK);
  if (ice === null) {
    for (const name of NEED_BROWSER.slice(3)) tell(name, omitted("before-failed"));
    return;
  }
  async function check(name: CheckName, outcome: Promise<Outcome>): Promise<boolean> {
    tell(name, RUNNING);
    const found = await outcome;
    tell(name, found);
    return found.state === "ok";
  }
  const [, ...reached] = await Promise.all([
    check("stun", checkStun(stunServers(ice.servers), signal)),
    ...TRANSPORTS.map((way) =>
      check(`turn-${way}`, checkTurn(turnServers(ice.servers, way), signal))
    ),
  ]);
  const best = TRANSPORTS.find((_, index) => reached[index]);
  if (best !== undefined) {
    await check("loop", checkLoop(turnServers(ice.servers, best), signal));
  } else {
    const offered = TRANSPORTS.some((way) => turnServers(ice.servers, way).length > 0);
    tell("loop", omitted(offered ? "before-failed" : "not-offered"));
  }
}
