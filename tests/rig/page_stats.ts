/** What the connections of a page say about the call: read from outside, through the page rig. */
import type { Page } from "./deps.ts";
import type { RigWindow } from "./page_rig.ts";

/** What a test can know about one connection of a page. */
export interface ConnectionInfo {
  /** Counts the connections of the page from 0, so that it tells whether it still is the same. */
  index: number;
  connectionState: RTCPeerConnectionState;
  iceUrls: string[];
}

/** The way a call's packets go. */
export interface Path {
  /** `host`, `srflx`, `prflx` or `relay`. */
  local: string;
  remote: string;
  protocol: string;
  /** How the packets reach the TURN server, when one is used. */
  relayProtocol: string | undefined;
}

/** Frames of the friend decoded so far, over all connections of the page. */
export function framesDecoded(page: Page): Promise<number> {
  return sumOfVideo(page, "inbound-rtp", "framesDecoded");
}

/** Frames sent to the friend so far, over all connections of the page. */
export function framesSent(page: Page): Promise<number> {
  return sumOfVideo(page, "outbound-rtp", "framesSent");
}

async function sumOfVideo(page: Page, type: string, field: string): Promise<number> {
  return await page.evaluate(async ({ type, field }) => {
    const { connections } = (globalThis as unknown as RigWindow).duetRig;
    let sum = 0;
    for (const connection of connections) {
      (await connection.getStats()).forEach((report) => {
        if (report.type === type && report.kind === "video") sum += report[field] ?? 0;
      });
    }
    return sum;
  }, { type, field });
}

/** Waits until that many more frames of the friend were shown. */
export async function waitFrames(page: Page, count: number): Promise<void> {
  const from = await page.evaluate(() => (globalThis as unknown as RigWindow).duetRig.frames);
  await page.waitForFunction(
    ({ from, count }) => (globalThis as unknown as RigWindow).duetRig.frames - from >= count,
    { from, count },
  );
}

/** Starts to measure the longest time without a new frame of the friend. */
export async function resetFrameGap(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { duetRig } = globalThis as unknown as RigWindow;
    duetRig.largestGapMs = 0;
    duetRig.backAt = null;
    duetRig.lastFrameAt = performance.now();
    duetRig.connectionsAtReset = duetRig.connections.length;
  });
}

/** The longest time without a new frame since the reset, the time until now included. */
export async function largestFrameGapMs(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { duetRig } = globalThis as unknown as RigWindow;
    return Math.max(duetRig.largestGapMs, performance.now() - duetRig.lastFrameAt);
  });
}

/**
 * Waits until the friend's picture stands or has stood since the reset, or another connection is there
 * so soon that it never will.
 */
export async function waitStanding(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { duetRig } = globalThis as unknown as RigWindow;
    const { backAt, lastFrameAt, stoodMs, connections, connectionsAtReset } = duetRig;
    const isNew = connections.length > connectionsAtReset &&
      connections.at(-1)?.connectionState === "connected";
    return backAt !== null || performance.now() - lastFrameAt > stoodMs || isNew;
  });
}

/**
 * When the friend's picture went on after it had stood since the reset, or began on a new page, by the
 * page's own clock, ms since the epoch; `null`: it never stood.
 */
export async function pictureBackAt(page: Page): Promise<number | null> {
  return await page.evaluate(() => (globalThis as unknown as RigWindow).duetRig.backAt);
}

/** Every RTCPeerConnection the page has made since it was loaded, in order. */
export async function peerConnections(page: Page): Promise<ConnectionInfo[]> {
  return await page.evaluate(() => {
    const { connections, configurations } = (globalThis as unknown as RigWindow).duetRig;
    return connections.map(({ connectionState }, index) => ({
      index,
      connectionState,
      iceUrls: (configurations[index]!.iceServers ?? []).flatMap(({ urls }) => urls),
    }));
  });
}

/** Which connection is up, told apart from those of other lives of the page; undefined: none is. */
export async function currentConnection(page: Page): Promise<string | undefined> {
  return await page.evaluate(() => (globalThis as unknown as RigWindow).duetRig.current());
}

/** Waits until a connection is up that is not this one, here or on the page loaded next. */
export async function waitOtherConnection(page: Page, before?: string): Promise<void> {
  await page.waitForFunction((before) => {
    const current = (globalThis as unknown as RigWindow).duetRig.current();
    return current !== undefined && current !== before;
  }, before);
}

/** The way the packets of the newest connected call go. */
export async function path(page: Page): Promise<Path | undefined> {
  return await page.evaluate(async () => {
    const { connections } = (globalThis as unknown as RigWindow).duetRig;
    const connection = connections.findLast((one) => one.connectionState === "connected");
    if (!connection) return undefined;
    const reports = new Map<string, Record<string, string>>();
    (await connection.getStats()).forEach((report) => reports.set(report.id, report));
    const all = [...reports.values()];
    const transport = all.find(({ type }) => type === "transport");
    const pair = reports.get(transport?.selectedCandidatePairId ?? "") ??
      // Firefox marks the pair instead.
      all.find((report) => report.type === "candidate-pair" && Boolean(report.selected));
    const local = reports.get(pair?.localCandidateId ?? "");
    const remote = reports.get(pair?.remoteCandidateId ?? "");
    if (!local || !remote) return undefined;
    return {
      local: local.candidateType ?? "",
      remote: remote.candidateType ?? "",
      protocol: local.protocol ?? "",
      relayProtocol: local.relayProtocol,
    };
  });
}
